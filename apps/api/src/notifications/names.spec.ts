import { describe, expect, it, jest } from '@jest/globals';
import JSZip from 'jszip';
import { aComment, anInitiative, aPolicy } from '../../test/fixtures.js';
import { workOff } from '../../test/jobs.js';
import { aMailServer } from '../../test/mail-server.js';
import { aPlan } from '../../test/plans.js';
import { ask, aWorld, someone } from '../../test/world.js';

jest.setTimeout(60_000);

const XSS = '<img src=x onerror=alert(1)>';
const TAG = /<img src="?x/i;

/** The worst of the field's faults was a name: it is text in whatever leaves the house. The pages have a journey. */
describe("a person's name that is a script", () => {
  const server = aMailServer();
  const world = aWorld({ config: () => ({ smtpUrl: server.url, publicUrl: 'https://medvind.example' }) });

  it('is text in the subject and in the body of a letter, and begins no header of its own', async () => {
    const policy = await aPolicy(world);
    const ida = await someone(world, policy.municipality);
    const comment = await aComment(world, policy, { by: ida });
    const eve = await someone(world, policy.municipality, ['resident'], { name: XSS });
    const mallory = await someone(world, policy.municipality, ['resident'], {
      name: 'Bo\r\nBcc: all@borger.example',
    });
    for (const by of [eve, mallory]) {
      await aComment(world, policy, { by, parentId: comment.id, body: `${XSS} siger jeg` });
      // One letter each: together they would be "two answers".
      await workOff(world);
    }
    const { letters } = server;
    expect(letters.map(({ subject }) => subject)).toEqual([
      expect.stringContaining(XSS),
      expect.stringContaining('BoBcc: all@borger.example'),
    ]);
    for (const { html, bcc, envelope, attachments } of letters) {
      expect(String(html)).not.toMatch(TAG);
      expect(String(html)).toContain('&lt;img');
      expect([bcc, envelope.length, attachments]).toEqual([undefined, 1, []]);
    }
  });

  it('is text in every file a plan is exported to', async () => {
    const policy = await aPolicy(world);
    const eve = await someone(world, policy.municipality, ['resident'], { name: XSS });
    const comments = [await aComment(world, policy, { by: eve, body: `${XSS} &amp; ]]> bænke` })];
    const initiatives = [await anInitiative(world, policy, { by: eve, title: `Bænke ${XSS}` })];
    const { municipality, plan, staff } = await aPlan(world, policy, {
      actions: [{ comments, initiatives }],
    });
    const at = `/api/municipalities/${municipality.slug}`;
    for (const format of ['docx', 'xlsx', 'csv']) {
      const { body } = await ask(world, `POST ${at}/plans/${plan.id}/exports`, {
        as: staff,
        body: { format },
      });
      await workOff(world);
      const url = `${at}/exports/${body.id}/file`;
      const file = await world.app.inject({ method: 'GET', url, headers: { cookie: staff.cookie } });
      expect([format, file.statusCode]).toEqual([format, 200]);
      if (format === 'csv') {
        // Never opened as a page: saved, and of a type that is no page.
        expect(file.headers['content-disposition']).toMatch(/^attachment/);
        expect(file.headers['content-type']).toMatch(/^text\/csv/);
        continue;
      }
      const zip = await JSZip.loadAsync(file.rawPayload);
      const parts = Object.values(zip.files).filter(({ name }) => /\.(xml|rels)$/.test(name));
      const said = (await Promise.all(parts.map((part) => part.async('string')))).join('\n');
      expect(said).not.toMatch(TAG);
      expect(said).toContain('&lt;img src=x');
    }
  });
});
