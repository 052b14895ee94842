import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Details } from '../../../ui/details.js';
import type { Scheme } from '../scheme-values.js';
import { Emphasis } from './emphasis.js';

type Part = Scheme['threshold']['parts'][number];
type Asked = Scheme['supporter'];

const BASES = { residents: 'residents', voters: 'voters', 'over-15': 'over15' } as const;

/** What a scheme means, in sentences anybody can follow; in brief, most of them open on a press. */
export function SchemeSentences({ scheme, brief }: { scheme: Scheme; brief?: boolean }) {
  const { t } = useTranslation('scheme');
  const { first, rest } = useSentences()(scheme);
  if (!brief) return <Sentences sentences={[...first, ...rest]} />;
  return (
    <>
      <Sentences sentences={first} />
      <Details summary={t('all')}>
        <Sentences sentences={rest} />
      </Details>
    </>
  );
}

const Sentences = ({ sentences }: { sentences: string[] }) => (
  <ul className="ds-list">
    {sentences.map((sentence) => (
      <li key={sentence} suppressHydrationWarning>
        <Emphasis text={sentence} />
      </li>
    ))}
  </ul>
);

function useSentences() {
  const { t } = useTranslation('scheme');
  const { date, number, list } = useFormat();

  /** In a form that is being filled in, a sentence that lacks a number, a day or a name is not said yet. */
  const say = (
    key: Parameters<typeof t>[0],
    known: Record<string, string | number | null> = {},
  ): string | null =>
    Object.values(known).some((value) => value === null || value === '' || Number.isNaN(value))
      ? null
      : t(key, known as Record<string, string | number>);
  const day = (value: string): string | null => (Number.isNaN(Date.parse(value)) ? null : date(value));

  const people = ({ measure, value, base }: Part, scheme: Scheme): string | null => {
    if (measure === 'count') return say('people', { count: value });
    const total = scheme.base[BASES[base ?? 'residents']];
    const share = say(measure, { share: Number.isFinite(value) ? number(value) : null });
    const of = t(`of.${base ?? 'residents'}`);
    if (!total || !share) return share && `${share} ${of}`;
    const least = Math.ceil((total * value) / (measure === 'percent' ? 100 : 1000));
    return t('shareOf', { share, of, people: t('people', { count: least }) });
  };
  const who = (key: 'proposes' | 'supports', { groups, minAge, evidence }: Asked): string => {
    const isShown = evidence !== 'none' && evidence !== 'email';
    return [
      say(key, {
        who: list(
          groups.includes('anyone') ? [t('group.anyone')] : groups.map((group) => t(`group.${group}`)),
          'or',
        ),
      }),
      minAge !== null && say(isShown ? 'aged' : 'agedAtDesk', { age: minAge }),
      // Where an age is asked for it is not the age that one only has to say.
      evidence === 'none'
        ? groups.includes('resident') &&
          !groups.includes('anyone') &&
          t(minAge === null ? 'evidence.none' : 'residenceSaid')
        : t(`evidence.${evidence}`),
    ]
      .filter(Boolean)
      .join(' ');
  };
  const length = ({ window }: Scheme): string | null =>
    window.closesOn !== null
      ? say('until', { date: day(window.closesOn) })
      : window.choices.length > 1
        ? t(window.unit === 'days' ? 'pickDays' : 'pickMonths', {
            lengths: list(window.choices.map(String), 'or'),
          })
        : say(window.unit === 'days' ? 'withinDays' : 'withinMonths', { count: window.choices[0] ?? null });

  const needs = (scheme: Scheme): string | null => {
    const { threshold, body } = scheme;
    const parts = threshold.parts.map((part) => people(part, scheme));
    const [one = null, other = null] = parts;
    const needed =
      parts.length > 1 ? say(threshold.take === 'least' ? 'orLess' : 'andMore', { one, other }) : one;
    return needsNobody(scheme)
      ? say('needsNobody', { body })
      : say('needs', { people: needed, within: length(scheme) });
  };

  return (scheme: Scheme): { first: string[]; rest: string[] } => {
    const { body, top, higher, coProposers, review, decision, repeat, blackouts } = scheme;
    const collects = !needsNobody(scheme) || scheme.continues;
    // What decides whether one goes on reading.
    const first = [
      top
        ? say('top', {
            count: top.perMonth,
            ofPolicies: say('topOfPolicy', { count: top.perPolicy }),
            body,
          })
        : needs(scheme),
      who('proposes', scheme.proposer),
      collects && who('supports', scheme.supporter),
      collects && scheme.ballot === 'for-against-blank' && t(top ? 'ballotTop' : 'ballot'),
      coProposers.min > 0 &&
        say('coProposers', { count: coProposers.min, max: coProposers.max, days: coProposers.days }),
      review.before && say('review', { count: review.days }),
    ];
    const rest = [
      t(scheme.rejectionsPublic ? 'rejectionsPublic' : 'rejectionsPrivate'),
      !top &&
        !needsNobody(scheme) &&
        say(scheme.handOver === 'at-once' ? (scheme.continues ? 'atOnceContinues' : 'atOnce') : 'atEnd', {
          body,
        }),
      higher && say('higher', { people: people(higher.part, scheme), leadsTo: higher.leadsTo }),
      decision.months !== null && say('decision', { count: decision.months }),
      decision.extensionMonths !== null && say('extension', { count: decision.extensionMonths }),
      decision.noticeDays !== null && say('notice', { count: decision.noticeDays }),
      decision.reportsPerYear > 0 &&
        (decision.reportsPerYear === 2
          ? say('reportsTwice', { body })
          : say('reports', { count: decision.reportsPerYear, body })),
      !needsNobody(scheme) && say(`${top ? 'failureTop' : 'failure'}.${scheme.failure}`, { body }),
      // Where the most supported go on, nobody has enough before the end.
      collects &&
        t(
          `${scheme.ballot === 'support' ? 'withdrawal' : 'withdrawalOfVote'}.${top ? 'until-end' : scheme.withdrawal}`,
        ),
      repeat.rule === 'months'
        ? say('repeatMonths', { count: repeat.months })
        : t(repeat.rule === 'term' ? 'repeatTerm' : 'repeatAllowed'),
      collects && t(scheme.namesShown ? 'namesShown' : 'namesSecret'),
      collects && scheme.paper && t('paper'),
      collects && scheme.paper && scheme.paperDays > 0 && say('paperDays', { count: scheme.paperDays }),
      scheme.exempt.length > 0 && t('exempt', { topics: list(scheme.exempt) }),
      ...blackouts.map(({ from, to }) => say('blackout', { from: day(from), to: day(to) })),
      collects && say('retention', { count: scheme.retentionMonths }),
    ];
    return { first: first.filter(isSaid), rest: rest.filter(isSaid) };
  };
}

const isSaid = (sentence: string | false | null): sentence is string =>
  typeof sentence === 'string' && sentence !== '';

/** Its proposer is enough: it is handed over the moment it is published. */
const needsNobody = ({ threshold, handOver }: Scheme): boolean =>
  handOver === 'at-once' &&
  threshold.parts.length === 1 &&
  threshold.parts[0]?.measure === 'count' &&
  threshold.parts[0].value === 1;
