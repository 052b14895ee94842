import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import ExcelJS from 'exceljs';
import mammoth from 'mammoth';

const CLI = path.resolve(import.meta.dirname, '../dist/cli.js');
const PASSWORD = 'medvind-sejl-fjord-1658';

// Each command is a process of its own, with a database server below it.
jest.setTimeout(120_000);

describe('the command line', () => {
  let directory: string;
  let loaded: Said;
  beforeAll(async () => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'medvind-cli-'));
    fs.mkdirSync(path.join(directory, 'refused'));
    loaded = await medvind('demo');
  });
  afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

  it('loads the demonstration once, with an account for each role', async () => {
    expect(loaded).toMatchObject({ code: 0, stderr: '' });
    expect(loaded.stdout).not.toContain(PASSWORD);
    for (const town of ['helsingor', 'helsingborg'])
      for (const role of ['resident', 'moderator', 'staff', 'administrator'])
        expect(loaded.stdout).toMatch(new RegExp(`^${town} ${role}: \\S+@\\S+\\.example$`, 'm'));
    expect(await medvind('demo')).toMatchObject({ code: 1, stderr: 'the database is not empty\n' });
  });

  it('loads no demonstration into a database that is given', async () => {
    const refused = await medvind('demo', {
      DATABASE_URL: process.env.MEDVIND_TEST_CLUSTER! + 'template_medvind',
    });
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toMatch(/^demonstration content is for the embedded database/);
  });

  it('writes a plan as a Word document, which is what is made where nothing is said', async () => {
    const { said, file } = await exported('helsingor', 'medborgerskabspolitik', '2026');
    expect(said).toMatchObject({
      code: 0,
      stdout: `Handleplan 2026 for Medborgerskabspolitikken: ${file}\n`,
      stderr: '',
    });
    const { value } = await mammoth.convertToHtml({ path: file });
    const headings = [...value.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, html]) => html!.replace(/<[^>]+>/g, ''));
    expect(headings.filter((text) => /^\d/.test(text)).map((text) => text[0])).toEqual([...'12345678']);
    expect(value).toContain('Bilag 2: Hvidbog');
  });

  it('writes it as a spreadsheet', async () => {
    const { file } = await exported('helsingborg', 'program-for-en-delaktig-stad-2025-2032', '2026', 'xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    expect(workbook.worksheets[0]!.name).toBe('Åtgärder');
    expect(workbook.worksheets[0]!.actualRowCount).toBe(9);
  });

  it('writes it as CSV', async () => {
    const { file } = await exported('helsingor', 'medborgerskabspolitik', '2027', 'csv');
    const text = fs.readFileSync(file, 'utf8');
    expect(text.startsWith('\uFEFF"Kommune";')).toBe(true);
    expect(text).toContain('Udkast til handleplan 2027');
  });

  it.each([
    ['a policy', ['nixenbix', '2026', 'plan.docx'], 'helsingor has no policy "nixenbix"'],
    [
      'a year',
      ['medborgerskabspolitik', '1999', 'plan.docx'],
      'Medborgerskabspolitik has no action plan for 1999',
    ],
    ['a folder', ['medborgerskabspolitik', '2026', 'nowhere/plan.docx'], 'cannot be written: ENOENT'],
  ])('says in a line that there is no such thing: %s', async (_, [policy, year, out], reason) => {
    const file = path.join(directory, 'refused', out!);
    const said = await medvind(
      ...['export-plan', '--municipality', 'helsingor'],
      ...['--policy', policy!, '--year', year!, '--out', file],
    );
    expect(said.code).toBe(1);
    expect(said.stderr.trim().split('\n')).toEqual([expect.stringContaining(reason)]);
    expect(fs.existsSync(file)).toBe(false);
  });

  async function exported(municipality: string, policy: string, year: string, format?: string) {
    const file = path.join(directory, `plan.${format ?? 'docx'}`);
    const said = await medvind(
      ...['export-plan', '--municipality', municipality, '--policy', policy, '--year', year],
      ...(format ? ['--format', format] : []),
      ...['--out', file],
    );
    return { said, file };
  }

  function medvind(...given: (string | NodeJS.ProcessEnv)[]): Promise<Said> {
    const args = given.filter((part) => typeof part === 'string');
    const wishes = given.find((part) => typeof part === 'object');
    const env = {
      ...process.env,
      DATABASE_URL: '',
      MEDVIND_DATA_DIR: directory,
      MEDVIND_DEMO_PASSWORD: PASSWORD,
      ...wishes,
    };
    return new Promise((resolve) =>
      execFile(process.execPath, [CLI, ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
      ),
    );
  }
});

interface Said {
  code: number;
  stdout: string;
  stderr: string;
}
