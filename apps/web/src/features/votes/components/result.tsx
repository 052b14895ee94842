import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Alert } from '../../../ui/alert.js';
import { Details } from '../../../ui/details.js';
import { Heading } from '../../../ui/heading.js';
import { Table } from '../../../ui/table.js';
import type { Vote } from '../api/vote.js';
import { headlineOf } from '../result.headline.js';

type Result = Schema<'VoteResultView'>;
type Standing = Schema<'VoteStanding'>;

const METHODS = ['plurality', 'approval', 'borda', 'schulze', 'average', 'sum'] as const;

/** What was voted, what that comes to, and by which rule: in words, in a table, and in bars that repeat it. */
export function VoteResult({ vote, result }: { vote: Vote; result: Result }) {
  const { t } = useTranslation('votes');
  const { number, list } = useFormat();
  const titleOf = useTitles(vote);
  const winners = list(result.winners.map(titleOf));
  const { quorum, majority, final } = result;
  // Where nobody chose anything, all would share the first place.
  const isSaid = result.ballots > result.blank;
  const headline = headlineOf(vote, result);
  return (
    <section className="mv-section" aria-labelledby="result">
      <Heading level={2} id="result">
        {t(final ? 'result.title' : 'result.soFar')}
      </Heading>
      <Alert
        tone={result.outcome === 'decided' && final ? 'success' : 'info'}
        kind={t('result.title')}
        title={t(`result.outcome.${headline}`, {
          winners,
          needed: number(majority?.needed ?? 0),
          got: number(majority?.got ?? 0),
          of: number(majority?.of ?? 0),
        })}
      >
        {result.ballots > 0 && (
          <p>
            {isSaid ? (
              <>
                {t('result.ballots', { count: result.ballots })}
                {result.blank > 0 && <> {t('result.blank', { count: result.blank })}</>}
              </>
            ) : (
              t('result.allBlank', { count: result.ballots })
            )}
          </p>
        )}
        {quorum && (
          <p>
            {t(final ? (quorum.met ? 'result.quorumMet' : 'result.quorumMissed') : 'result.quorumNow', {
              count: quorum.needed,
              needed: number(quorum.needed),
              got: number(quorum.got),
            })}
          </p>
        )}
        {majority && (
          <p>
            {t(`result.majority.${vote.majority === 'most' ? 'half' : vote.majority}`)}{' '}
            {isSaid &&
              t(
                `result.${final ? 'majorityFinal' : 'majorityNow'}.${vote.kind === 'for-against' ? 'motion' : 'option'}`,
                {
                  count: majority.of,
                  needed: number(majority.needed),
                  got: number(majority.got),
                  of: number(majority.of),
                },
              )}
          </p>
        )}
      </Alert>
      {isSaid && <Standings vote={vote} standings={result.standings} />}
      {vote.kind !== 'for-against' && <p className="mv-note">{t(`result.method.${vote.method}`)}</p>}
      {result.pairs && (
        <Details summary={t('result.pairs')}>
          <p>{t('result.pairsHint')}</p>
          <Pairs vote={vote} pairs={result.pairs} />
        </Details>
      )}
    </section>
  );
}

function useTitles(vote: Vote) {
  const { t } = useTranslation('votes');
  return (key: string) =>
    vote.kind === 'for-against'
      ? t(`forAgainst.${key === 'for' ? 'for' : 'against'}`)
      : (vote.options.find((option) => option.key === key)?.title ?? key);
}

function Standings({ vote, standings }: { vote: Vote; standings: Standing[] }) {
  const { t } = useTranslation('votes');
  const { number } = useFormat();
  const titleOf = useTitles(vote);
  const method = METHODS.find((one) => one === vote.method) ?? 'plurality';
  // A mean is of what can be given; a number of votes is beside the others'.
  const largest =
    method === 'average' && vote.most !== null
      ? vote.most
      : Math.max(1, ...standings.map(({ value }) => value));
  // What nobody has rated is not rated lowest.
  const isUnrated = ({ named }: Standing) => method === 'average' && named === 0;
  // Of two answers to one question the headline says which it came to.
  const isMotion = vote.kind === 'for-against';
  return (
    <Table
      caption={t(isMotion ? 'result.captionOfMotion' : 'result.caption')}
      rows={standings}
      rowKey={({ option }) => option}
      columns={[
        {
          key: 'option',
          head: t('result.option'),
          cell: ({ option }) => <span lang={isMotion ? undefined : vote.language}>{titleOf(option)}</span>,
        },
        ...(isMotion
          ? []
          : [
              {
                key: 'rank',
                head: t('result.rank'),
                cell: (standing: Standing) =>
                  isUnrated(standing)
                    ? '–'
                    : standing.tied
                      ? t('result.tied', { rank: standing.rank })
                      : number(standing.rank),
                numeric: true,
              },
            ]),
        {
          key: 'value',
          head: t(`result.value.${method}`),
          cell: (standing) =>
            isUnrated(standing) ? (
              t('result.unrated')
            ) : (
              <span className="mv-bar">
                {number(standing.value, { maximumFractionDigits: 2 })}
                {/* A drawing and not a style: the content security policy allows no inline styles. */}
                <svg aria-hidden="true" focusable="false">
                  <rect width={`${(standing.value / largest) * 100}%`} height="100%" />
                </svg>
              </span>
            ),
          numeric: true,
        },
        ...(method === 'average'
          ? [
              {
                key: 'spread',
                head: t('result.spread'),
                cell: ({ spread = [] }: Standing) =>
                  spread
                    .flatMap((count, score) => (count > 0 ? [t('result.gave', { count, score })] : []))
                    .join(', ') || '–',
              },
            ]
          : []),
      ]}
    />
  );
}

function Pairs({ vote, pairs }: { vote: Vote; pairs: number[][] }) {
  const { t } = useTranslation('votes');
  const { number } = useFormat();
  return (
    <Table
      caption={t('result.pairs')}
      rows={vote.options.map((option, index) => ({ ...option, index }))}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'option',
          head: t('result.option'),
          cell: ({ title }) => <span lang={vote.language}>{title}</span>,
        },
        ...vote.options.map(({ key, title }, column) => ({
          key,
          head: t('result.before', { option: title }),
          cell: ({ index }: { index: number }) =>
            index === column ? '–' : number(pairs[index]?.[column] ?? 0),
          numeric: true,
        })),
      ]}
    />
  );
}
