import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Details } from '../../../ui/details.js';
import type { Scheme } from '../scheme-values.js';

type Part = Scheme['threshold']['parts'][number];
type Asked = Scheme['supporter'];

const BASES = { residents: 'residents', voters: 'voters', 'over-15': 'over15' } as const;

/** What decides whether one goes on reading. */
const FIRST = 3;

/** What a scheme means, in sentences anybody can follow; in brief, most of them open on a press. */
export function SchemeSentences({ scheme, brief }: { scheme: Scheme; brief?: boolean }) {
  const { t } = useTranslation('scheme');
  const sentences = useSentences()(scheme);
  if (!brief) return <Sentences sentences={sentences} />;
  return (
    <>
      <Sentences sentences={sentences.slice(0, FIRST)} />
      <Details summary={t('all')}>
        <Sentences sentences={sentences.slice(FIRST)} />
      </Details>
    </>
  );
}

const Sentences = ({ sentences }: { sentences: string[] }) => (
  <ul className="ds-list">
    {sentences.map((sentence) => (
      <li key={sentence} suppressHydrationWarning>
        {sentence}
      </li>
    ))}
  </ul>
);

function useSentences() {
  const { t } = useTranslation('scheme');
  const { date, number, list } = useFormat();

  const people = ({ measure, value, base }: Part, scheme: Scheme): string => {
    if (measure === 'count') return t('people', { count: value });
    const total = scheme.base[BASES[base ?? 'residents']];
    const share = t(measure === 'percent' ? 'percent' : 'permille', { share: number(value) });
    const of = t(`of.${base ?? 'residents'}`);
    if (!total) return `${share} ${of}`;
    const least = Math.ceil((total * value) / (measure === 'percent' ? 100 : 1000));
    return `${share} ${of} (${t('people', { count: least })})`;
  };
  const who = ({ groups, minAge, evidence }: Asked): string => {
    const named = groups.includes('anyone')
      ? t('group.anyone')
      : list(
          groups.map((group) => t(`group.${group}`)),
          'or',
        );
    return [
      named,
      minAge !== null && t('aged', { age: minAge }),
      evidence !== 'none' && t(`evidence.${evidence}`),
    ]
      .filter(Boolean)
      .join(' ');
  };
  const length = ({ window }: Scheme): string =>
    window.closesOn !== null
      ? t('until', { date: date(window.closesOn) })
      : window.choices.length > 1
        ? t(window.unit === 'days' ? 'pickDays' : 'pickMonths', {
            lengths: list(window.choices.map(String), 'or'),
          })
        : t(window.unit === 'days' ? 'withinDays' : 'withinMonths', { count: window.choices[0] ?? 0 });

  return (scheme: Scheme): string[] => {
    const { threshold, top, higher, coProposers, review, decision, repeat, blackouts } = scheme;
    const parts = threshold.parts.map((part) => people(part, scheme));
    const needed =
      parts.length > 1
        ? t(threshold.take === 'least' ? 'orLess' : 'andMore', { one: parts[0] ?? '', other: parts[1] ?? '' })
        : (parts[0] ?? '');
    return [
      top
        ? t('top', { count: top.perMonth, policies: top.perPolicy, body: scheme.body })
        : t('needs', { people: needed, within: length(scheme) }),
      t('proposes', { who: who(scheme.proposer) }),
      t('supports', { who: who(scheme.supporter) }),
      scheme.ballot === 'for-against-blank' && t('ballot'),
      coProposers.min > 0 &&
        t('coProposers', { count: coProposers.min, max: coProposers.max, days: coProposers.days }),
      review.before && t('review', { count: review.days }),
      t(scheme.rejectionsPublic ? 'rejectionsPublic' : 'rejectionsPrivate'),
      !top &&
        t(scheme.handOver === 'at-once' ? (scheme.continues ? 'atOnceContinues' : 'atOnce') : 'atEnd', {
          body: scheme.body,
        }),
      higher && t('higher', { people: people(higher.part, scheme), leadsTo: higher.leadsTo }),
      decision.months !== null && t('decision', { count: decision.months }),
      decision.extensionMonths !== null && t('extension', { count: decision.extensionMonths }),
      decision.noticeDays !== null && t('notice', { count: decision.noticeDays }),
      decision.reportsPerYear > 0 && t('reports', { count: decision.reportsPerYear }),
      t(`failure.${scheme.failure}`, { body: scheme.body }),
      t(`${scheme.ballot === 'support' ? 'withdrawal' : 'withdrawalOfVote'}.${scheme.withdrawal}`),
      repeat.rule === 'months'
        ? t('repeatMonths', { count: repeat.months ?? 0 })
        : t(repeat.rule === 'term' ? 'repeatTerm' : 'repeatAllowed'),
      t(scheme.namesShown ? 'namesShown' : 'namesSecret'),
      scheme.paper && t('paper'),
      scheme.paper && scheme.paperDays > 0 && t('paperDays', { count: scheme.paperDays }),
      scheme.exempt.length > 0 && t('exempt', { topics: list(scheme.exempt) }),
      ...blackouts.map(({ from, to }) => t('blackout', { from: date(from), to: date(to) })),
      t('retention', { count: scheme.retentionMonths }),
    ].filter((sentence) => sentence !== false && sentence !== null);
  };
}
