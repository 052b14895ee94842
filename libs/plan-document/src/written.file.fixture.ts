import { PassThrough, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

/** What a writer wrote to its stream. Rejects when the writer does. */
export async function written(write: (stream: Writable) => Promise<void>): Promise<Buffer> {
  const stream = new PassThrough();
  const [file] = await Promise.all([buffer(stream), write(stream)]);
  return file;
}
