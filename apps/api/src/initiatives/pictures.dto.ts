import { LIMITS } from '@medvind/contracts';
import { Id, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import type { InitiativePicture } from './initiative-picture.entity.js';

export class PictureInput {
  /** What it shows, for those who do not see it. */
  @Text({ ...LIMITS.alt, published: true }) alt: string;
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
  const by = invitation ? `?invitation=${invitation}` : '';
  const href = `/api/municipalities/${ctx.municipality?.slug}/initiative-pictures/${id}`;
  return { id, alt, width, height, href: href + by, previewHref: `${href}/preview${by}` };
};
