import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aMailServer } from '../../../test/mail-server.js';
import { aMunicipality, ask, aWorld, someone, type World } from '../../../test/world.js';
import { workOff } from '../../../test/jobs.js';
import { Mailer, type Posting } from './mailer.js';

let keys = 0;
const aLetter = async (world: World, wishes: Partial<Posting> = {}): Promise<Posting> => ({
  key: `test:${keys++}`,
  municipalityId: wishes.municipalityId ?? (await aMunicipality(world)).id,
  to: `ida-${keys}@borger.example`,
  language: 'da',
  from: 'Helsingør Kommune',
  subject: 'Nyt om havnen',
  blocks: [{ kind: 'paragraph', text: 'Hej Ida' }],
  ...wishes,
});

const idsOf = async (world: World, key: string): Promise<string[]> =>
  (await world.source.query('SELECT id FROM mail WHERE key = $1', [key])).map(({ id }: { id: string }) => id);

describe('mail through a server', () => {
  const server = aMailServer();
  const world = aWorld({ config: () => ({ smtpUrl: server.url }) });
  const mailer = () => world.app.get(Mailer);
  const to = ({ to: address }: Posting) =>
    server.letters.filter(({ envelope }) => envelope.includes(address));

  it('arrives as text and as a page, from the municipality, and with one click to end it', async () => {
    const letter = await aLetter(world, { unsubscribeUrl: 'https://medvind.example/by/unsubscribe?token=x' });
    await mailer().post({ db: world.source.manager }, [letter]);
    await workOff(world);
    const [arrived] = to(letter);
    expect(arrived).toMatchObject({
      subject: 'Nyt om havnen',
      from: { value: [{ name: 'Helsingør Kommune', address: 'medvind@by.example' }] },
      text: expect.stringContaining('Hej Ida'),
      html: expect.stringContaining('<html lang="da">'),
    });
    const headers = Object.fromEntries(arrived!.headerLines.map(({ key, line }) => [key, line]));
    expect(headers['list-unsubscribe']).toBe(
      'List-Unsubscribe: <https://medvind.example/by/unsubscribe?token=x>',
    );
    expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('is written and sent once, posted twice and its job run twice at the same time', async () => {
    const letter = await aLetter(world);
    await Promise.all([1, 2].map(() => mailer().post({ db: world.source.manager }, [letter])));
    const ids = await idsOf(world, letter.key);
    expect(ids).toHaveLength(1);
    await Promise.all(Array.from({ length: 8 }, () => mailer().send(ids)));
    await workOff(world);
    expect(to(letter)).toHaveLength(1);
  });

  it('is tried again when the server is not ready, and not when it will never have it', async () => {
    const [later, never] = [await aLetter(world), await aLetter(world)];
    await mailer().post({ db: world.source.manager }, [later]);
    server.refuse = 451;
    await expect(workOff(world)).rejects.toThrow('1 of 1 letters could not be sent yet');
    server.refuse = null;
    await mailer().send(await idsOf(world, later.key));
    expect(to(later)).toHaveLength(1);

    await mailer().post({ db: world.source.manager }, [never]);
    server.refuse = 550;
    await workOff(world);
    server.refuse = null;
    await mailer().send(await idsOf(world, never.key));
    expect(to(never)).toHaveLength(0);
  });

  it('lets no name and no subject begin a header or name a further reader', async () => {
    const letter = await aLetter(world, {
      from: 'Ida\r\nBcc: alle@by.example\r\n\r\n<script>',
      subject: 'Hej\nBcc: alle@by.example\u2028X-Evil: 1',
      to: 'ida@borger.example, alle@by.example',
    });
    await mailer().post({ db: world.source.manager }, [letter]);
    await workOff(world).catch(() => undefined);
    const strangers = server.letters.filter(({ envelope }) => envelope.includes('alle@by.example'));
    expect(strangers).toEqual([]);
    const named = await aLetter(world, { from: letter.from, subject: letter.subject });
    await mailer().post({ db: world.source.manager }, [named]);
    await workOff(world);
    const [arrived] = to(named);
    expect(arrived!.envelope).toEqual([named.to]);
    expect(arrived!.headers.has('bcc')).toBe(false);
    expect(arrived!.headers.has('x-evil')).toBe(false);
    expect(arrived!.from?.value[0]).toMatchObject({
      name: 'Ida Bcc: alle@by.example <script>',
      address: 'medvind@by.example',
    });
  });

  it('keeps nothing of a letter the server has taken', async () => {
    const letter = await aLetter(world);
    await mailer().post({ db: world.source.manager }, [letter]);
    await workOff(world);
    const [kept] = await world.source.query('SELECT * FROM mail WHERE key = $1', [letter.key]);
    expect(kept).toMatchObject({ recipient: '', text: '', html: '', sent_at: expect.any(Date) });
  });
});

describe('mail without a server', () => {
  const dataDir = path.join(os.tmpdir(), `medvind-outbox-${process.pid}`);
  const world = aWorld({ config: () => ({ dataDir }) });

  it('lies in the outbox as a file, and its administrators read it as text', async () => {
    const here = await aMunicipality(world);
    const letter = await aLetter(world, {
      municipalityId: here.id,
      blocks: [{ kind: 'paragraph', text: '<script>alert(1)</script>' }],
    });
    await world.app.get(Mailer).post({ db: world.source.manager }, [letter]);
    await workOff(world);
    const [id] = await idsOf(world, letter.key);
    const file = await fs.readFile(path.join(dataDir, 'outbox', `${id}.eml`), 'utf8');
    expect(file).toContain(`To: ${letter.to}`);
    const administrator = await someone(world, here, ['administrator']);
    const at = `/api/municipalities/${here.slug}/outbox`;
    const list = await ask(world, `GET ${at}`, { as: administrator });
    expect(list.body).toMatchObject({ delivers: false, items: [{ id, subject: 'Nyt om havnen' }] });
    const opened = await ask(world, `GET ${at}/${id}`, { as: administrator });
    expect(opened.body.text).toContain('<script>alert(1)</script>');
    expect(opened.headers['content-type']).toContain('application/json');
    await fs.rm(dataDir, { recursive: true });
  });

  it('is not shown to another municipality, to residents, or to anyone when it holds a key', async () => {
    const [here, there] = [await aMunicipality(world), await aMunicipality(world)];
    const open = await aLetter(world, { municipalityId: here.id });
    const secret = await aLetter(world, { municipalityId: here.id, secret: true });
    await world.app.get(Mailer).post({ db: world.source.manager }, [open, secret]);
    const [openId] = await idsOf(world, open.key);
    const [secretId] = await idsOf(world, secret.key);
    const at = (slug: string, id: string | undefined) => `GET /api/municipalities/${slug}/outbox/${id}`;
    const administrator = await someone(world, here, ['administrator']);
    const stranger = await someone(world, there, ['administrator']);
    expect((await ask(world, at(there.slug, openId), { as: stranger })).status).toBe(404);
    expect((await ask(world, at(here.slug, openId), { as: await someone(world, here) })).status).toBe(403);
    expect((await ask(world, at(here.slug, secretId), { as: administrator })).status).toBe(404);
  });
});
