import { Inject, Injectable } from '@nestjs/common';
import type { CouncilBlock, CouncilDocument, CouncilText } from '@medvind/plan-document';
import { Municipality } from '../municipalities/municipality.entity.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { notFound } from '../platform/errors/problem.js';
import type { RequestContext } from '../platform/http/context.js';
import { printedBlocksOf } from '../platform/text/blocks.rules.js';
import { COUNCIL_WORDS } from './council-file.words.js';
import { caseToHandOver, saidOf, type Said } from './council-file.repository.js';
import { InitiativeRulesService } from './initiative-rules.service.js';
import { initiativeInFull, similarInitiatives } from './initiatives.repository.js';
import { talliesOf } from './support-tallies.repository.js';
import type { SupportTally } from './support-tally.rules.js';

/** What is said most of a kind; the rest is on the page the document links to. */
const SAID = 10;
const SIMILAR = 6;

/** As the web's themes have them. */
const COLOURS: Record<string, string> = { helsingor: '#0b4f6c', helsingborg: '#9c3421' };

/** Gathers what a council is to know of an initiative: public things alone, in the municipality's language. */
@Injectable()
export class CouncilFileAssembler {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly rules: InitiativeRulesService,
  ) {}

  async assemble(ctx: RequestContext, initiativeId: string): Promise<CouncilDocument> {
    const row = await initiativeInFull(ctx, initiativeId);
    const file = await caseToHandOver(ctx, initiativeId);
    if (!row || !file) throw notFound();
    const town = await ctx.db.getRepository(Municipality).findOneByOrFail({ id: ctx.here });
    const words = COUNCIL_WORDS[town.language];
    const scheme = await this.rules.schemeOf(ctx, row);
    const tally = (await talliesOf(ctx.db, [initiativeId])).get(initiativeId);
    if (!tally) throw notFound();
    const remarks = await saidOf(ctx, initiativeId, 'remark', 100);
    const [pro, contra] = [
      await saidOf(ctx, initiativeId, 'for', SAID),
      await saidOf(ctx, initiativeId, 'against', SAID),
    ];
    const discussed = await saidOf(ctx, initiativeId, 'other', SAID);
    const alike = (await similarInitiatives(ctx, { title: row.title, goalId: row.goalId }, SIMILAR)).filter(
      ({ id }) => id !== row.id,
    );
    const reference = `F-${row.number}`;
    const home = `${this.config.publicUrl}/${town.slug}`;
    const date = (moment: Date) => dateIn(town.language, moment);
    const fact = (label: string, value: string | null | undefined, url?: string) =>
      value ? [{ label, value, ...(url && { url }) }] : [];
    const quote = ({ id, number, body, agreeCount }: Said): CouncilBlock => ({
      kind: 'quote',
      blocks: printedBlocksOf(body),
      source: `K-${number}, ${words.agree(agreeCount)}`,
      url: `${home}/initiatives/${row.id}?comment=${id}`,
    });
    const quotes = (said: Said[], none: string): CouncilBlock[] =>
      said.length ? said.map(quote) : [{ kind: 'note', text: none }];
    return {
      language: town.language,
      municipality: town.name,
      kind: words.kind(reference),
      title: row.title,
      themeColour: COLOURS[town.theme] ?? '#2f4b7c',
      caseNumber: file.caseNumber,
      facts: [
        ...fact(words.to, scheme?.body),
        ...fact(words.unit, file.unit && (file.unitProposed ? words.proposed(file.unit) : file.unit)),
        ...fact(words.caseNumber, file.caseNumber),
        { label: words.proposer, value: row.proposerName ?? words.gone },
        ...fact(words.coProposers, row.coProposers.map(({ name }) => name).join(', ')),
        { label: words.goal, value: row.goalTitle, url: `${home}/goals/${row.goalId}` },
        ...fact(words.district, row.districtName),
        { label: words.supporters, value: String(row.supportCount) },
        ...(scheme?.ballot === 'for-against-blank'
          ? [
              { label: words.against, value: String(row.againstCount) },
              { label: words.blank, value: String(row.blankCount) },
            ]
          : []),
        ...fact(words.threshold, row.threshold === null ? null : String(row.threshold)),
        ...fact(words.handedOver, row.handedOverAt && date(row.handedOverAt)),
        // A deadline is the end of a day: a moment before it is still that day.
        ...fact(words.decideBy, row.decideBy && date(new Date(row.decideBy.getTime() - 1))),
        {
          label: words.address,
          value: `${home}/${reference}`,
          url: `${home}/${reference}`,
        },
        { label: words.made, value: date(new Date()) },
      ],
      parts: [
        {
          title: words.proposal,
          blocks: [
            { kind: 'text', blocks: printedBlocksOf(row.text) },
            ...(remarks.length ? [{ kind: 'subtitle' as const, text: words.remarks }] : []),
            ...remarks.map(({ body, createdAt }) => ({
              kind: 'text' as const,
              blocks: [paragraph(date(createdAt), { bold: true }), ...printedBlocksOf(body)],
            })),
          ],
        },
        {
          title: words.timeline,
          blocks: [
            {
              kind: 'table',
              description: words.timeline,
              head: [words.step, words.date, words.note],
              numeric: [],
              rows: row.steps.flatMap(({ act, createdAt, note }) => {
                // Remarks have a part of their own, and merges none.
                const told = (words.acts as Partial<Record<string, string>>)[act];
                return told ? [[told, date(new Date(createdAt)), note ?? '']] : [];
              }),
            },
          ],
        },
        { title: words.support, blocks: supportBlocks(words, tally) },
        {
          title: words.arguments,
          blocks: [
            { kind: 'subtitle', text: words.for },
            ...quotes(pro, words.noArguments),
            { kind: 'subtitle', text: words.against },
            ...quotes(contra, words.noArguments),
          ],
        },
        {
          title: words.similar,
          blocks: alike.length
            ? [
                {
                  kind: 'table',
                  description: words.similar,
                  head: [words.title, words.reference, words.outcome],
                  numeric: [],
                  rows: alike.map(({ title, number, answerOutcome }) => [
                    title,
                    `F-${number}`,
                    answerOutcome ? words.outcomes[answerOutcome] : words.undecided,
                  ]),
                },
              ]
            : [{ kind: 'note', text: words.noSimilar }],
        },
        {
          title: words.said,
          blocks: [
            ...(discussed.length ? [{ kind: 'text' as const, blocks: [paragraph(words.saidLead)] }] : []),
            ...quotes(discussed, words.nothingSaid),
          ],
        },
      ],
    };
  }
}

function supportBlocks(words: (typeof COUNCIL_WORDS)['da'], tally: SupportTally): CouncilBlock[] {
  const { all, online, paper, notStated, districts } = tally;
  const isProtected = [paper, notStated, ...districts.map(({ count }) => count)].includes(null);
  return [
    {
      kind: 'table',
      description: words.support,
      head: [words.channel, words.count],
      numeric: [1],
      rows: [
        ...collapsed(words, [
          [words.online, online],
          [words.paper, paper],
        ]),
        [words.all, String(all)],
      ],
    },
    ...(districts.length > 0
      ? [
          {
            kind: 'table' as const,
            description: words.byDistrict,
            head: [words.district, words.count],
            numeric: [1],
            rows: [
              ...collapsed(words, [
                ...districts.map(({ name, count }) => [name, count] as const),
                [words.notStated, notStated],
                [words.paper, paper],
              ]),
              [words.all, String(all)],
            ],
          },
          { kind: 'note' as const, text: words.districtNote },
        ]
      : []),
    ...(isProtected ? [{ kind: 'note' as const, text: words.protectedNote }] : []),
  ];
}

/** Lines that are kept back say nothing: two or more of them are one. */
function collapsed(
  words: (typeof COUNCIL_WORDS)['da'],
  lines: readonly (readonly [name: string, count: number | null])[],
): string[][] {
  const told = lines.flatMap(([name, count]) => (count === null ? [] : [[name, String(count)]]));
  const kept = lines.flatMap(([name, count]) => (count === null ? [name] : []));
  if (kept.length === 0) return told;
  return [...told, [kept.length > 2 ? words.fewIn(kept.length) : kept.join(', '), words.protected]];
}

const paragraph = (text: string, marks: { bold?: boolean } = {}): CouncilText => ({
  type: 'paragraph',
  parts: [{ text, ...marks }],
});

const dateIn = (language: 'da' | 'sv', moment: Date): string =>
  new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'sv-SE', {
    dateStyle: 'long',
    timeZone: 'Europe/Copenhagen',
  }).format(moment);
