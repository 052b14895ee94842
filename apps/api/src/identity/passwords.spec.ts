import { describe, expect, it } from '@jest/globals';
import type { Language } from '@medvind/contracts';
import { workOff } from '../../test/jobs.js';
import { aMailServer } from '../../test/mail-server.js';
import { aMunicipality, ask, aWorld, someone } from '../../test/world.js';

describe('a forgotten password', () => {
  const server = aMailServer();
  const world = aWorld({ config: () => ({ smtpUrl: server.url }) });

  const setUp = async (language: Language = 'da') => {
    const here = await aMunicipality(world, { name: 'Helsingør Kommune' });
    const ida = await someone(world, here, ['resident'], { name: 'Ida Holm', language });
    const [{ email }] = await world.source.query('SELECT email FROM person WHERE id = $1', [ida.id]);
    return { ida, email: email as string, at: `/api/municipalities/${here.slug}/password`, here };
  };
  const lettersTo = (email: string) => server.letters.filter(({ envelope }) => envelope.includes(email));
  const asksFor = async (at: string, email: string) => {
    const answer = await ask(world, `POST ${at}/forgotten`, { body: { email } });
    await workOff(world);
    return answer;
  };
  const tokenIn = (text: string | undefined) => /new-password\?token=([\w-]{43})/.exec(text ?? '')?.[1] ?? '';

  it('is chosen anew with the link in the letter, and every session ends', async () => {
    const { ida, email, at } = await setUp('sv');
    await asksFor(at, email);
    const [letter] = lettersTo(email);
    expect(letter).toMatchObject({ subject: 'Välj ett nytt lösenord' });
    const body = { token: tokenIn(letter!.text), password: 'en helt ny hemlighet' };
    expect((await ask(world, `POST ${at}`, { body })).status).toBe(204);
    expect((await ask(world, 'GET /api/session', { as: ida })).body.person).toBeNull();
    const signIn = (password: string) => ask(world, 'POST /api/session', { body: { email, password } });
    expect((await signIn('et langt kodeord')).status).toBe(401);
    expect((await signIn('en helt ny hemlighet')).status).toBe(204);
    await workOff(world);
    expect(lettersTo(email)[1]?.subject).toBe('Ditt lösenord har ändrats');
  });

  it('is answered the same whether or not the address has an account, and only one gets a letter', async () => {
    const { email, at } = await setUp();
    const known = await asksFor(at, email);
    const unknown = await asksFor(at, 'ingen@borger.example');
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(lettersTo('ingen@borger.example')).toEqual([]);
    expect(lettersTo(email)).toHaveLength(1);
  });

  it('lets a link be used once, replayed or raced', async () => {
    const { email, at } = await setUp();
    await asksFor(at, email);
    const token = tokenIn(lettersTo(email)[0]!.text);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        ask(world, `POST ${at}`, { body: { token, password: `hemmelighed nummer ${n}` } }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409, 409, 409, 409, 409]);
    const again = await ask(world, `POST ${at}`, { body: { token, password: 'endnu en hemmelighed' } });
    expect(again.body.code).toBe('link-used-up');
  });

  it('ends the other links with the first that is used, and every link after an hour', async () => {
    const { email, at } = await setUp();
    await asksFor(at, email);
    await asksFor(at, email);
    const [first = '', second = ''] = lettersTo(email).map(({ text }) => tokenIn(text));
    const choose = (token: string) =>
      ask(world, `POST ${at}`, { body: { token, password: 'en ny hemmelighed' } });
    expect((await choose(second)).status).toBe(204);
    expect((await choose(first)).status).toBe(409);
    await asksFor(at, email);
    const third = tokenIn(
      lettersTo(email).findLast(({ subject }) => subject === 'Vælg en ny adgangskode')?.text,
    );
    await world.source.query("UPDATE password_reset SET expires_at = now() - interval '1 second'");
    expect((await choose(third)).status).toBe(409);
  });

  it('does not fill a letter box, and keeps no token', async () => {
    const { ida, email, at } = await setUp();
    for (let n = 0; n < 5; n++) await asksFor(at, email);
    expect(lettersTo(email)).toHaveLength(3);
    const token = tokenIn(lettersTo(email)[0]!.text);
    const kept = await world.source.query('SELECT * FROM password_reset WHERE person_id = $1', [ida.id]);
    expect(JSON.stringify(kept)).not.toContain(token);
    const letters = await world.source.query('SELECT text, html FROM mail');
    expect(JSON.stringify(letters)).not.toContain(token);
  });

  it('takes a form field of the wrong shape for what it is', async () => {
    const { at } = await setUp();
    const answer = await ask(world, `POST ${at}`, { body: { token: 'x', password: 'kort' } });
    expect(answer.body.details.fields).toMatchObject([{ field: 'password', code: 'too-short' }]);
  });
});
