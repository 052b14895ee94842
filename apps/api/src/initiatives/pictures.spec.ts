import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { aPdf, aPhoto, aPicture } from '../../test/files.js';
import { aPolicy, anInitiative } from '../../test/fixtures.js';
import { aMunicipality, ask, aWorld, contextOf, someone } from '../../test/world.js';
import { InitiativesService } from './initiatives.service.js';
import { ProposalsService } from './proposals.service.js';

describe('a picture of an initiative', () => {
  const world = aWorld();
  const drafted = async () => {
    const policy = await aPolicy(world);
    const { municipality } = policy;
    const ida = await someone(world, municipality);
    const { id } = await anInitiative(world, policy, { by: ida, draft: true });
    const at = `/api/municipalities/${municipality.slug}`;
    const add = (bytes: Buffer, alt = 'En tom plads', as = ida) =>
      ask(world, `POST ${at}/initiatives/${id}/pictures?alt=${encodeURIComponent(alt)}`, {
        as,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: Buffer.concat([
          Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n'),
          bytes,
          Buffer.from('\r\n--x--\r\n'),
        ]),
      });
    const publish = async () =>
      world.app.get(ProposalsService).publish(await contextOf(world, municipality, ida), id);
    const status = async (href: string, as: typeof ida | null = null) =>
      (await ask(world, `GET ${href}`, { as })).status;
    return { municipality, ida, id, at, add, publish, status };
  };

  it('is painted anew, without where and with what it was taken', async () => {
    const { add, publish, at, id } = await drafted();
    const { body } = await add(await aPhoto());
    expect(body).toMatchObject({ alt: 'En tom plads', width: 1000, height: 2000 });
    await publish();
    expect((await ask(world, `GET ${at}/initiatives/${id}/pictures`)).body.items).toEqual([body]);
    const { rawPayload, headers } = await world.app.inject({ url: body.href });
    expect(headers['content-security-policy']).toContain('sandbox');
    expect((await sharp(rawPayload).metadata()).exif).toBeUndefined();
  });

  it('says in words what it shows', async () => {
    const { add } = await drafted();
    const { status, body } = await add(await aPicture('png'), '');
    expect([status, body.details.fields]).toEqual([422, [{ field: 'alt', code: 'required' }]]);
  });

  it('is a picture', async () => {
    const { add } = await drafted();
    for (const bytes of [await aPdf(), await aPicture('gif'), Buffer.from('hej')])
      expect((await add(bytes)).body.details.fields).toEqual([{ field: 'file', code: 'file-kind' }]);
  });

  it('is one of three at most, also in one instant, and in the database', async () => {
    const { add, id } = await drafted();
    const png = await aPicture('png');
    const answers = await Promise.all(Array.from({ length: 6 }, () => add(png)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 422, 422, 422]);
    const fourth = (position: number) =>
      world.source.query(
        `INSERT INTO initiative_picture (initiative_id, position, alt, width, height, content, preview)
         VALUES ($1, $2, 'x', 1, 1, '', '')`,
        [id, position],
      );
    await expect(fourth(3)).rejects.toMatchObject({
      driverError: { constraint: 'initiative_picture_initiative_id_position_key' },
    });
    await expect(fourth(4)).rejects.toMatchObject({
      driverError: { constraint: 'initiative_picture_position' },
    });
  });

  it('is taken away while it is a draft, and fixed once others can read it', async () => {
    const { add, at, id, ida, publish } = await drafted();
    const png = await aPicture('png');
    const [first, second] = [(await add(png)).body, (await add(png)).body];
    const away = (picture: { id: string }) =>
      ask(world, `DELETE ${at}/initiatives/${id}/pictures/${picture.id}`, { as: ida });
    expect((await away(first)).body.items).toMatchObject([{ id: second.id }]);
    await publish();
    expect((await away(second)).body.code).toBe('initiative-published');
    expect((await add(png)).body.code).toBe('initiative-published');
  });

  it('of a draft is its proposer’s alone, and of a hidden initiative the moderators’ too', async () => {
    const { municipality, add, ida, id, publish, status } = await drafted();
    const { body } = await add(await aPicture('png'));
    const other = await someone(world, municipality);
    const moderator = await someone(world, municipality, ['moderator']);
    expect([
      await status(body.href),
      await status(body.previewHref, other),
      await status(body.href, ida),
    ]).toEqual([404, 404, 200]);
    await publish();
    expect(await status(body.previewHref)).toBe(200);
    const ctx = await contextOf(world, municipality, moderator);
    await world.app.get(InitiativesService).hide(ctx, id, 'Krænker en anden');
    expect([await status(body.href, other), await status(body.href, moderator)]).toEqual([404, 200]);
  });

  it('is added by nobody else, and of another municipality it is not found', async () => {
    const { municipality, add, publish, status } = await drafted();
    const png = await aPicture('png');
    expect((await add(png, 'x', await someone(world, municipality))).status).toBe(404);
    const { body } = await add(png);
    await publish();
    const there = await aMunicipality(world);
    expect(await status(body.href.replace(municipality.slug, there.slug))).toBe(404);
  });
});
