import type { Language } from '@medvind/contracts';
import { createRender } from './app/render.js';
import { pageFile } from './app/routes.js';
import type { PageModule } from './lib/page.js';
import type { Messages, MessageTree } from './i18n/i18n.js';

export type { RenderRequest, RenderResult } from './app/render.js';

const pages = import.meta.glob<PageModule>(['./features/*/*.page.tsx', './app/pages/*.page.tsx']);
const files = import.meta.glob<MessageTree>('./i18n/*/*.json', { eager: true, import: 'default' });

const messages: Record<Language, Messages> = { da: {}, sv: {}, en: {} };
for (const [file, content] of Object.entries(files)) {
  const [, , language, name] = file.split('/');
  messages[language as Language][name?.replace('.json', '') ?? ''] = content;
}

export const render = createRender({
  messages,
  loadPage: async (page) => {
    const load = pages[`./${pageFile(page)}`];
    if (!load) throw new Error(`No file for page ${page}`);
    return load();
  },
});
