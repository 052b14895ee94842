import { LIMITS } from '@medvind/contracts';
import { Id, OneOf, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { InvitationQuery } from './initiatives.dto.js';
import type { InitiativePicture } from './initiative-picture.entity.js';

export class PictureInput {
  /** What it shows, for those who do not see it. */
  @Text({ ...LIMITS.alt, published: true }) alt: string;
}

const PICTURE_SIZES = ['content', 'preview'] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];

export class PictureFileQuery extends InvitationQuery {
  /** `preview` is small enough for a page; left out: as large as it is kept. */
  @OneOf(PICTURE_SIZES, 'PictureSize', { optional: true }) size?: PictureSize;
}

export class PictureView {
  @Id() id: string;
  @Text() alt: string;
  @Whole() width: number;
  @Whole() height: number;
  /** Where it is, as a path. */
  @Text() href: string;
  @Text() previewHref: string;
}

export class PictureList {
  @Part(() => PictureView, { array: true }) items: PictureView[];
}

export const mapPicture = (
  ctx: RequestContext,
  { id, alt, width, height }: Pick<InitiativePicture, 'id' | 'alt' | 'width' | 'height'>,
  invitation?: string,
): PictureView => {
  const href = `/api/municipalities/${ctx.municipality?.slug}/initiative-pictures/${id}`;
  const by = new URLSearchParams(invitation ? { invitation } : {});
  const preview = new URLSearchParams({ size: 'preview', ...(invitation && { invitation }) });
  return {
    id,
    alt,
    width,
    height,
    href: by.size ? `${href}?${by}` : href,
    previewHref: `${href}?${preview}`,
  };
};
