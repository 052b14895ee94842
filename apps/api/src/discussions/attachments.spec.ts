import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { aPdf, aPhoto, aPicture, armed, upload } from '../../test/files.js';
import { aComment, aPolicy, type PublishedPolicy } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, contextOf, someone, type Someone } from '../../test/world.js';
import { AttachmentsService } from './attachments.service.js';
import { CommentsService } from './comments.service.js';

const world = aWorld();

const faultOf = async (answer: ReturnType<typeof upload>) => {
  const { status, body } = await answer;
  return [status, ...(body.details?.fields ?? []).map(({ code }: { code: string }) => code)];
};
const bytesAt = async (href: string, as: Someone | null = null, headers: Record<string, string> = {}) => {
  const answer = await world.app.inject({
    method: 'GET',
    url: href,
    headers: { ...headers, ...(as ? { cookie: as.cookie } : {}) },
  });
  return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers };
};
const post = (policy: PublishedPolicy, as: Someone, attachment: object, thread = policy.threads[0]!) =>
  ask(world, `POST /api/municipalities/${policy.municipality.slug}/threads/${thread.id}/comments`, {
    as,
    body: { body: 'Sådan ser der ud.', attachment },
  });
/** A comment with a picture. */
const pictured = async () => {
  const policy = await aPolicy(world);
  const ida = await someone(world, policy.municipality);
  const { id } = (await upload(world, policy.municipality, ida, await aPicture('png'))).body;
  const comment = (await post(policy, ida, { id, alt: 'En bænk' })).body;
  return { policy, ida, comment, href: comment.attachment.href as string };
};

describe('an uploaded picture', () => {
  it('is painted anew: upright, no larger than 2000 pixels, without its place and camera', async () => {
    const here = await aMunicipality(world);
    const ida = await someone(world, here);
    const photo = await aPhoto();
    expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('Telefon');
    const { status, body } = await upload(world, here, ida, photo);
    expect([status, body.kind, body.width, body.height]).toEqual([201, 'image', 1000, 2000]);
    const { bytes, headers } = await bytesAt(body.href, ida);
    const stored = await sharp(bytes).metadata();
    expect(stored).toMatchObject({ format: 'webp', width: 1000, height: 2000 });
    expect([stored.exif, stored.xmp, stored.icc, stored.orientation]).toEqual(Array(4).fill(undefined));
    expect(body.byteSize).toBe(bytes.length);
    expect(headers['content-type']).toBe('image/webp');
    const preview = await sharp((await bytesAt(body.previewHref, ida)).bytes).metadata();
    expect([preview.width, preview.height]).toEqual([240, 480]);
  });

  it('is known by its bytes, whatever it is called', async () => {
    const here = await aMunicipality(world);
    const ida = await someone(world, here);
    const html = Buffer.from('<html><script>alert(1)</script>');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    for (const bytes of [html, svg, await aPicture('gif'), await aPicture('tiff'), Buffer.from('MZ\x90')])
      expect(await faultOf(upload(world, here, ida, bytes, { name: 'a.png', type: 'image/png' }))).toEqual([
        422,
        'file-kind',
      ]);
    const named = { name: 'a.exe', type: 'text/html' };
    expect((await upload(world, here, ida, await aPicture('webp'), named)).body.kind).toBe('image');
  });

  it('is refused where it only begins like one, is cut off, or unpacks to fill the memory', async () => {
    const here = await aMunicipality(world);
    const ida = await someone(world, here);
    const png = await aPicture('png', 400);
    const beginning = Buffer.concat([
      png.subarray(0, 60),
      Buffer.from('<script>alert(1)</script>'.repeat(9)),
    ]);
    expect(await faultOf(upload(world, here, ida, beginning))).toEqual([422, 'file-broken']);
    const photo = await aPhoto(800, 600);
    expect(await faultOf(upload(world, here, ida, photo.subarray(0, photo.length / 2)))).toEqual([
      422,
      'file-broken',
    ]);
    const bomb = await sharp({ create: { width: 16000, height: 4000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await faultOf(upload(world, here, ida, bomb))).toEqual([422, 'image-too-large']);
  });

  it('is refused over 8 MB, and a document over 5 MB', async () => {
    const here = await aMunicipality(world);
    const ida = await someone(world, here);
    const padded = (bytes: Buffer, size: number) => Buffer.concat([bytes, Buffer.alloc(size)]);
    const photo = await aPhoto(100, 100);
    expect(await faultOf(upload(world, here, ida, padded(photo, 8_000_000)))).toEqual([
      413,
      'file-too-large',
    ]);
    expect(await faultOf(upload(world, here, ida, padded(await aPdf(), 5_000_000)))).toEqual([
      413,
      'file-too-large',
    ]);
    expect((await upload(world, here, ida, padded(photo, 7_000_000))).status).toBe(201);
  });

  it('keeps the first frame where it moves', async () => {
    const here = await aMunicipality(world);
    const ida = await someone(world, here);
    const frames = ['#f00', '#00f'].map((background) =>
      sharp({ create: { width: 40, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    );
    const moving = await sharp(await Promise.all(frames), { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const { body } = await upload(world, here, ida, moving);
    const { bytes } = await bytesAt(body.href, ida);
    expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
    const { dominant } = await sharp(bytes).stats();
    expect(dominant.r).toBeGreaterThan(200);
  });
});

describe('an uploaded document', () => {
  it('loses what it does by itself, what it carries, and who made it; its pages and web links stay', async () => {
    const here = await aMunicipality(world);
    const ida = await someone(world, here);
    const bytes = await aPdf(armed);
    const said =
      /script-ran|named-script|launched|astray|submitted|next-script|clipped|embedded|xmp-secret|Ida Holm/;
    // The library writes some strings as UTF-16 in hex.
    expect(bytes.toString('latin1')).toMatch(said);
    const { status, body } = await upload(world, here, ida, bytes, { name: 'Plan: A.pdf' });
    expect([status, body.kind, body.fileName, body.width]).toEqual([201, 'document', 'Plan A.pdf', null]);
    const kept = await PDFDocument.load((await bytesAt(body.href, ida)).bytes, { updateMetadata: false });
    expect(kept.getPageCount()).toBe(1);
    const all = kept.context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString())
      .join('\n');
    expect(all).toContain('kept.example');
    expect(all).not.toMatch(said);
    expect(all).not.toMatch(
      /JavaScript|OpenAction|\/AA|\/JS|Launch|SubmitForm|EmbeddedFile|Filespec|Metadata/,
    );
    expect([kept.getAuthor(), kept.getProducer(), kept.getTitle()]).toEqual(Array(3).fill(undefined));
  });

  it('is refused with a password, when broken, and when it unpacks to fill the memory', async () => {
    const here = await aMunicipality(world);
    const ida = await someone(world, here);
    const locked = await aPdf(({ context }) => {
      context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', V: 1, R: 2 }));
    });
    expect(await faultOf(upload(world, here, ida, locked))).toEqual([422, 'file-locked']);
    expect(await faultOf(upload(world, here, ida, Buffer.from('%PDF-1.7\nno document')))).toEqual([
      422,
      'file-broken',
    ]);
    const packed = deflateSync(Buffer.alloc(200_000_000, ' '));
    const bomb = Buffer.concat([
      Buffer.from(
        `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`,
      ),
      packed,
      Buffer.from('\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
    ]);
    expect(bomb.length).toBeLessThan(1_000_000);
    const began = performance.now();
    expect(await faultOf(upload(world, here, ida, bomb))).toEqual([422, 'file-broken']);
    expect(performance.now() - began).toBeLessThan(3000);
    expect((await upload(world, here, ida, await aPdf())).status).toBe(201);
  });
});

describe('an attachment', () => {
  it('belongs to its uploader until a comment of theirs takes it', async () => {
    const policy = await aPolicy(world);
    const [ida, bo] = [await someone(world, policy.municipality), await someone(world, policy.municipality)];
    const { id, href } = (await upload(world, policy.municipality, ida, await aPicture('png'))).body;
    expect([
      (await bytesAt(href, ida)).status,
      (await bytesAt(href, bo)).status,
      (await bytesAt(href)).status,
    ]).toEqual([200, 404, 404]);
    expect((await post(policy, bo, { id, alt: 'En bænk' })).body.details.fields).toEqual([
      { field: 'attachment', code: 'unknown' },
    ]);
    const { status, body } = await post(policy, ida, { id, alt: 'En bænk' });
    expect([status, body.attachment]).toMatchObject([201, { id, kind: 'image', alt: 'En bænk', href }]);
    expect((await bytesAt(href)).status).toBe(200);
    expect((await post(policy, ida, { id, alt: 'En bænk' })).status).toBe(422);
  });

  it('that is refused leaves no comment behind', async () => {
    const policy = await aPolicy(world);
    const ida = await someone(world, policy.municipality);
    const { id } = (await upload(world, policy.municipality, ida, await aPicture('png'))).body;
    const asked = await post(policy, ida, { id });
    expect(asked.body.details.fields).toEqual([{ field: 'attachment.alt', code: 'required' }]);
    const thread = `/api/municipalities/${policy.municipality.slug}/threads/${policy.threads[0]!.id}`;
    expect((await ask(world, `GET ${thread}`)).body.commentCount).toBe(0);
    expect((await post(policy, ida, { id, alt: 'x', decorative: true })).body.attachment.alt).toBe('');
  });

  it('is of one comment, though two take it in the same instant', async () => {
    const policy = await aPolicy(world);
    const ida = await someone(world, policy.municipality);
    const { id } = (await upload(world, policy.municipality, ida, await aPicture('png'))).body;
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => post(policy, ida, { id, alt: 'Bænk' }, policy.threads[n % 3])),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422, 422, 422, 422]);
    const counts = await world.source.query(
      'SELECT sum(comment_count)::int AS n, (SELECT count(*)::int FROM comment WHERE municipality_id = $1) AS m FROM thread WHERE municipality_id = $1',
      [policy.municipality.id],
    );
    expect(counts).toEqual([{ n: 1, m: 1 }]);
  });

  it('cannot be moved, given to another, or doubled by the database itself', async () => {
    const { policy, ida, comment } = await pictured();
    const other = await aComment(world, policy, { by: ida });
    const foreign = await aComment(world, policy);
    const { id: free } = (await upload(world, policy.municipality, ida, await aPicture('png'))).body;
    const give = (id: string, commentId: string) =>
      world.source.query('UPDATE comment_attachment SET comment_id = $2 WHERE id = $1', [id, commentId]);
    await expect(give(comment.attachment.id, other.id)).rejects.toMatchObject({
      driverError: { constraint: 'attachment_is_taken_once' },
    });
    await expect(give(free, foreign.id)).rejects.toMatchObject({
      driverError: { constraint: 'attachment_of_author' },
    });
    await expect(give(free, comment.id)).rejects.toMatchObject({
      driverError: { constraint: 'comment_attachment_comment_id_key' },
    });
  });

  it('of another municipality is not found, and cannot be taken there', async () => {
    const { policy, href, comment } = await pictured();
    const there = await aPolicy(world);
    const moved = href.replace(policy.municipality.slug, there.municipality.slug);
    for (const at of [moved, `${moved}/preview`]) expect((await bytesAt(at)).status).toBe(404);
    const both = await someone(world, policy.municipality);
    await ask(world, `POST /api/municipalities/${there.municipality.slug}/membership`, { as: both });
    await ask(world, `PUT /api/municipalities/${there.municipality.slug}/conduct-acceptance`, {
      as: both,
      body: { version: 1 },
    });
    const { id } = (await upload(world, policy.municipality, both, await aPicture('png'))).body;
    expect((await post(there, both, { id, alt: 'Bænk' })).body.details.fields).toEqual([
      { field: 'attachment', code: 'unknown' },
    ]);
    expect(comment.attachment.id).not.toBe(id);
  });

  it('runs nothing, is kept by its reader alone, and is asked for again', async () => {
    const { href } = await pictured();
    const { headers, status } = await bytesAt(href);
    expect([status, headers]).toMatchObject([
      200,
      {
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
        'content-disposition': expect.stringMatching(/^inline; filename="image.webp"/),
        'cross-origin-resource-policy': 'same-origin',
      },
    ]);
    const again = await bytesAt(href, null, { 'if-none-match': String(headers.etag) });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  it('of a document is saved, not opened', async () => {
    const policy = await aPolicy(world);
    const ida = await someone(world, policy.municipality);
    const { id } = (await upload(world, policy.municipality, ida, await aPdf(), { name: 'Å.pdf' })).body;
    const { attachment } = (await post(policy, ida, { id })).body;
    const { headers } = await bytesAt(attachment.href);
    expect(headers['content-disposition']).toBe(`attachment; filename="_.pdf"; filename*=UTF-8''%C3%85.pdf`);
    expect((await bytesAt(`${attachment.href}/preview`)).status).toBe(404);
  });

  it('is shown to the moderators with what they judge', async () => {
    const { policy, comment, href } = await pictured();
    const moderator = await someone(world, policy.municipality, ['moderator']);
    const at = `/api/municipalities/${policy.municipality.slug}/moderation/comments/${comment.id}`;
    expect((await ask(world, `GET ${at}`, { as: moderator })).body.attachment).toMatchObject({
      href,
      alt: 'En bænk',
    });
  });

  it('goes out of sight with its comment, except for its author and the moderators', async () => {
    const { policy, ida, comment, href } = await pictured();
    const moderator = await someone(world, policy.municipality, ['moderator']);
    const elsewhere = await someone(world, await aMunicipality(world), ['moderator']);
    await world.app
      .get(CommentsService)
      .hide(await contextOf(world, policy.municipality, moderator), comment.id, 'Krænker en anden');
    const seen = async (as: Someone | null) => [
      (await bytesAt(href, as)).status,
      (await bytesAt(`${href}/preview`, as)).status,
      (await bytesAt(href, as, { 'if-none-match': `"${comment.attachment.id}"` })).status,
    ];
    expect(await seen(null)).toEqual([404, 404, 404]);
    expect(await seen(elsewhere)).toEqual([404, 404, 404]);
    expect(await seen(ida)).toEqual([200, 200, 304]);
    expect(await seen(moderator)).toEqual([200, 200, 304]);
    const at = `/api/municipalities/${policy.municipality.slug}/comments/${comment.id}`;
    expect((await ask(world, `GET ${at}`)).body.attachment).toBeNull();
    expect((await ask(world, `GET ${at}`, { as: ida })).body.attachment.href).toBe(href);
  });

  it('goes with a comment its author takes back', async () => {
    const { policy, ida, comment, href } = await pictured();
    const at = `/api/municipalities/${policy.municipality.slug}/comments/${comment.id}`;
    expect((await ask(world, `DELETE ${at}`, { as: ida })).body).toMatchObject({
      attachment: null,
      body: null,
    });
    expect((await bytesAt(href, ida)).status).toBe(404);
  });

  it('that no comment took within a day is forgotten', async () => {
    const { policy, ida, href } = await pictured();
    const { href: unused } = (await upload(world, policy.municipality, ida, await aPicture('png'))).body;
    const attachments = world.app.get(AttachmentsService);
    await attachments.forgetUnused(new Date(Date.now() + 23 * 3600 * 1000));
    expect((await bytesAt(unused, ida)).status).toBe(200);
    await attachments.forgetUnused(new Date(Date.now() + 25 * 3600 * 1000));
    expect([(await bytesAt(unused, ida)).status, (await bytesAt(href)).status]).toEqual([404, 200]);
  });

  it('is uploaded at most twenty times in an hour, also in one instant, and the answer says when again', async () => {
    const here = await aMunicipality(world);
    const [ida, bo] = [await someone(world, here), await someone(world, here)];
    const picture = await aPicture('png', 4);
    const answers = await Promise.all(Array.from({ length: 24 }, () => upload(world, here, ida, picture)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBe(4);
    expect(refused[0]!.body.details.retryAfterSeconds).toBeGreaterThan(3500);
    expect((await upload(world, here, bo, picture)).status).toBe(201);
  });

  it('is uploaded by residents only', async () => {
    const here = await aMunicipality(world);
    const outsider = await someone(world, null, []);
    expect((await upload(world, here, null, await aPicture('png', 4))).status).toBe(401);
    expect((await upload(world, here, outsider, await aPicture('png', 4))).body.code).toBe('not-a-member');
  });
});
