import { Injectable } from '@nestjs/common';
import { readImage } from '../discussions/attachment.image.js';
import type { StoredFile } from '../discussions/stored-file.js';
import type { UploadedAttachment } from '../discussions/uploaded-attachment.js';
import { conflict, invalidField, notFound } from '../platform/errors/problem.js';
import { allow } from '../platform/http/access.js';
import type { RequestContext } from '../platform/http/context.js';
import { InitiativePicture, MOST_PICTURES } from './initiative-picture.entity.js';
import type { Initiative } from './initiative.entity.js';
import { can, isProposer } from './initiatives.access.js';
import { InitiativesService } from './initiatives.service.js';
import { LivesService } from './lives.service.js';
import { mapPicture, type PictureList, type PictureSize, type PictureView } from './pictures.dto.js';

/** Pictures of an initiative: chosen while it is a draft, and then as fixed as its text. */
@Injectable()
export class PicturesService {
  constructor(
    private readonly initiatives: InitiativesService,
    private readonly lives: LivesService,
  ) {}

  async list(ctx: RequestContext, initiativeId: string, invitation?: string): Promise<PictureList> {
    const initiative = await this.initiatives.find(ctx, initiativeId, invitation);
    if (initiative.hiddenAt && !can.readHidden(ctx, initiative)) return { items: [] };
    const pictures = await ctx.db
      .getRepository(InitiativePicture)
      .find({ where: { initiativeId }, order: { position: 'ASC' } });
    return { items: pictures.map((picture) => mapPicture(ctx, picture, invitation)) };
  }

  /** @throws 422 on `file` for what is no picture, and for one too many */
  async add(
    ctx: RequestContext,
    initiativeId: string,
    alt: string,
    { kind, bytes }: UploadedAttachment,
  ): Promise<PictureView> {
    allow(ctx, can.participate(ctx));
    requireDraft(ctx, await this.initiatives.find(ctx, initiativeId));
    if (kind !== 'image') throw invalidField('file', 'file-kind');
    const image = await readImage(bytes);
    return this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      requireDraft(ctx, initiative);
      const pictures = ctx.db.getRepository(InitiativePicture);
      const taken = (await pictures.findBy({ initiativeId })).map(({ position }) => position);
      const { images } = await this.lives.schemeOf(ctx, initiative);
      const max = Math.min(images, MOST_PICTURES);
      const position = [1, 2, 3].find((free) => free <= max && !taken.includes(free));
      if (!position) throw invalidField('file', 'too-many', { max });
      const picture = pictures.create({
        ...image,
        initiativeId,
        position,
        alt,
        byteSize: image.content.byteLength,
      });
      await pictures.insert(picture);
      await this.initiatives.change(ctx, initiative, {});
      return mapPicture(ctx, picture);
    });
  }

  async remove(ctx: RequestContext, initiativeId: string, pictureId: string): Promise<PictureList> {
    await this.initiatives.locked(ctx, initiativeId, async (ctx, initiative) => {
      requireDraft(ctx, initiative);
      const { affected } = await ctx.db
        .getRepository(InitiativePicture)
        .delete({ id: pictureId, initiativeId });
      if (!affected) throw notFound();
      await this.initiatives.change(ctx, initiative, {});
    });
    return this.list(ctx, initiativeId);
  }

  /** Seen by those who may read its initiative. @throws 404 */
  async file(
    ctx: RequestContext,
    pictureId: string,
    size: PictureSize,
    invitation?: string,
  ): Promise<StoredFile> {
    const picture = await ctx.db.getRepository(InitiativePicture).findOneBy({ id: pictureId });
    if (!picture) throw notFound();
    const initiative = await this.initiatives.find(ctx, picture.initiativeId, invitation);
    if (initiative.hiddenAt && !can.readHidden(ctx, initiative)) throw notFound();
    return {
      attachment: {
        id: `${pictureId}-${size}`,
        kind: 'image',
        contentType: 'image/webp',
        fileName: 'image.webp',
      },
      content: async () => {
        const asked = { where: { id: pictureId }, select: { id: true, [size]: true } };
        return (await ctx.db.getRepository(InitiativePicture).findOneOrFail(asked))[size];
      },
    };
  }
}

/** What a moderator looks at does not change under their eyes: saved again, it waits no more. */
function requireDraft(ctx: RequestContext, initiative: Initiative) {
  allow(ctx, isProposer(ctx, initiative));
  if (!can.edit(ctx, initiative) || initiative.status !== 'draft') throw conflict('initiative-published');
}
