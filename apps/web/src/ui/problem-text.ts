import type { FieldProblem } from '@medvind/contracts';
import { formatDate } from '../lib/intl.js';
import { useTranslation } from '../i18n/use-translation.js';
import type { ApiProblem } from '../lib/api-problem.js';

/** A problem in the reader's words. */
export function useProblemText(): (
  problem: Pick<ApiProblem, 'code'> & Partial<Pick<ApiProblem, 'details'>>,
) => string {
  const { t, language } = useTranslation();
  return ({ code, details }) => {
    const { limit, reference, retryAt, until } = details ?? {};
    const moment = code === 'writing-suspended' && typeof until === 'string';
    const time = moment
      ? formatDate(language, until, 'moment')
      : typeof retryAt === 'string'
        ? formatDate(language, retryAt, 'time')
        : '';
    const words = t(`errors.${moment ? 'writing-suspended-until' : code}`, {
      limit: Number(limit),
      reference: String(reference),
      time,
    });
    return known(words) ?? t('errors.unexpected');
  };
}

/** A fault in a field in the reader's words: "Højst 140 tegn", or of one of several: "medvind.dk: Findes ikke". */
export function useFaultText(): (fault: FieldProblem) => string {
  const { t } = useTranslation();
  return ({ code, limits }) => {
    // A form may know better how to say it.
    if (limits?.said) return String(limits.said);
    const count = Number(limits?.max ?? limits?.min ?? 0);
    const words =
      known(t(`faults.${code}`, { count, word: String(limits?.word ?? '') })) ?? t('faults.invalid');
    return limits?.value === undefined ? words : `${limits.value}: ${words}`;
  };
}

/** A newer API may send codes this page has no words for; a key is not shown to anybody. */
const known = (text: string): string | undefined => (/^(errors|faults)\.\S+$/.test(text) ? undefined : text);
