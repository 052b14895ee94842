import type { FieldProblem } from '@medvind/contracts';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../lib/api-problem.js';

/** A problem in the reader's words. */
export function useProblemText(): (problem: Pick<ApiProblem, 'code'>) => string {
  const { t } = useTranslation();
  return ({ code }) => t(`errors.${code}`, { defaultValue: t('errors.unexpected') });
}

/** A fault in a field in the reader's words: "Højst 140 tegn". */
export function useFaultText(): (fault: FieldProblem) => string {
  const { t } = useTranslation();
  return ({ code, limits }) =>
    t(`faults.${code}`, { ...limits, count: Number(limits?.max ?? limits?.min ?? 0), defaultValue: t('faults.invalid') });
}
