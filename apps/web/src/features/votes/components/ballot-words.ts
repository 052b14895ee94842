import type { FieldProblem } from '@medvind/contracts';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Form } from '../../../lib/form.js';
import { useFormat } from '../../../lib/format.js';
import type { Vote } from '../api/vote.js';
import type { BallotValues } from '../choice.values.js';

/** What is wrong with a ballot in one sentence each, said of the option it is about. */
export function useWorded(vote: Vote, { faults, values }: Form<BallotValues>) {
  const { t } = useTranslation('votes');
  const { number } = useFormat();
  const most = vote.most ?? 0;
  const reasonOf = ({ field, code, limits }: FieldProblem): string => {
    if (field === 'single') return t('forAgainst.choose');
    if (field === 'chosen') return t('choose.over', { given: values.chosen.length, most });
    const left = most - Number(limits?.given);
    if (field === 'numbers')
      return left < 0
        ? t('allotment.over', { over: number(-left), sum: number(most) })
        : t('allotment.left', { left: number(left), sum: number(most) });
    if (code === 'too-small') return t('numbers.negative');
    return code === 'too-large' ? t('numbers.over', { most: number(most) }) : t('numbers.whole');
  };
  return faults.map((fault) => {
    const said = reasonOf(fault);
    const option = vote.options.find(({ key }) => fault.field === `option-${key}`);
    const sentence = option ? `${option.title}: ${said}` : said;
    return { ...fault, sentence, limits: { ...fault.limits, said } };
  });
}
