import { describe, expect, it } from '@jest/globals';
import type { RecordEntry } from './records.repository.js';
import { RECORD_WRITERS, type RecordFormat } from './records.writer.js';

const about = {
  title: 'Alt om debatten: Havnen',
  municipality: 'Helsingør Kommune',
  caseNumber: '2026-17',
  madeAt: '2026-11-23T12:00:00Z',
  address: 'https://medvind.example/helsingor',
  language: 'da' as const,
};
const entry = (wishes: Partial<RecordEntry> = {}): RecordEntry => ({
  group: 'a',
  kind: 'comment',
  at: '2026-11-23T12:00:00Z',
  reference: 'K-1',
  title: 'Havnen',
  who: 'Ida',
  what: 'hidden',
  code: null,
  text: 'Flere bænke',
  language: 'da',
  details: {},
  ...wishes,
});

async function written(format: RecordFormat, ...batches: RecordEntry[][]): Promise<string> {
  async function* entries() {
    yield* batches;
  }
  let all = '';
  for await (const part of RECORD_WRITERS[format](about, entries())) all += part;
  return all;
}

describe('a file of records', () => {
  it('is a document with a heading for each contribution, and what happened to it below', async () => {
    const text = await written(
      'html',
      [entry(), entry({ kind: 'decision', what: 'hide', code: 'insult', text: 'Går efter personen.' })],
      [entry({ group: 'b', reference: 'K-2' })],
    );
    expect(text.match(/<article>/g)).toHaveLength(2);
    expect(text.match(/<h2>/g)).toHaveLength(2);
    expect(text).toContain('<h3>Beslutning K-1</h3>');
    expect(text).toContain('Sagsnr. 2026-17');
    expect(text).toContain('<p class="text" lang="da">Flere bænke</p>');
  });

  it('says in words what stands there as a code, and where the page is', async () => {
    const entries = [
      entry({ code: 'doesnt_work', details: { channel: 'web', path: 'goals/01a2' } }),
      entry({ kind: 'statement', code: 'insult', details: { source: 'own', automated: true } }),
      entry({ group: 'role', kind: 'role', what: 'council', details: {} }),
      entry({ group: 'account', kind: 'account', details: { language: 'da' } }),
    ];
    const page = await written('html', entries);
    for (const row of [
      '<dt>Slags</dt><dd>Virker ikke</dd>',
      '<dt>Kanal</dt><dd>skrevet her</dd>',
      '<dt>Side</dt><dd>https://medvind.example/helsingor/goals/01a2</dd>',
      '<dt>Anledning</dt><dd>en moderator så det selv</dd>',
      '<dt>Automatisk</dt><dd>ja</dd>',
      '<dt>Sprog</dt><dd>dansk</dd>',
      'rådsmedlem',
    ])
      expect(page).toContain(row);
    const sheet = await written('csv', entries);
    for (const cell of [
      '"Virker ikke"',
      'Kanal: skrevet her | Side: https://medvind.example/helsingor/goals/01a2',
      '"dansk"',
      '"Går efter personen"',
    ])
      expect(sheet).toContain(cell);
  });

  it('runs nothing that somebody wrote', async () => {
    const wrote = '<script>alert(1)</script>';
    const text = await written('html', [
      entry({ text: wrote, who: wrote, language: '"><x', details: { law: wrote } }),
    ]);
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('"><x');
    expect(await written('csv', [entry({ text: '=cmd()' })])).toContain(`"'=cmd()"`);
  });

  it('is one document for a machine too, however many parts it came in', async () => {
    const { about: told, entries } = JSON.parse(
      await written('json', [entry()], [], [entry({ group: 'b' })]),
    );
    expect(told.title).toBe(about.title);
    expect(entries.map(({ group }: RecordEntry) => group)).toEqual(['a', 'b']);
    expect(JSON.parse(await written('json')).entries).toEqual([]);
    expect(await written('html')).toContain('Der er ikke noget at vise.');
  });
});
