import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './schema.js';

/** The API as the committed contract describes it; `schema.ts` is generated from `openapi.json`. */
export type Api = Client<paths>;
export type { components, paths };

/** A named shape of the contract: `Schema<'CommentView'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export const createApi = (options: Pick<ClientOptions, 'baseUrl' | 'fetch' | 'credentials'> = {}): Api =>
  createClient<paths>(options);
