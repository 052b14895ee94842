import sharp from 'sharp';
import { invalidField, Problem } from '../platform/errors/problem.js';
import { LONGEST_SIDE, MOST_PIXELS, PREVIEW_SIDE } from './attachment.rules.js';

// What reads pictures from strangers reads these three kinds and no other.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

export interface ReadImage {
  content: Buffer;
  preview: Buffer;
  width: number;
  height: number;
}

/**
 * The picture painted anew, upright and no larger than a screen needs. Nothing of the file is left but its colours: no
 * place, no camera, no second picture within it. Of a moving picture the first frame stays.
 * @throws 422 on `file`
 */
export async function readImage(bytes: Uint8Array): Promise<ReadImage> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) throw invalidField('file', 'image-too-large');
    const side = { fit: 'inside', withoutEnlargement: true } as const;
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, ...side })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    const preview = await sharp(data)
      .resize({ width: PREVIEW_SIDE, height: PREVIEW_SIDE, ...side })
      .webp({ quality: 75 })
      .toBuffer();
    return { content: data, preview, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw invalidField('file', 'file-broken');
  }
}
