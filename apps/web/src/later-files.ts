import type { MessageTree } from './i18n/i18n.js';
import type { PageModule } from './lib/page.js';

// Where everything else is. A page comes with its own file and texts, so this long list is fetched once it reacts.

export const pageFiles = import.meta.glob<PageModule>(['./features/*/*.page.tsx', './app/pages/*.page.tsx']);
export const messageFiles = import.meta.glob<MessageTree>('./i18n/*/*.json', { import: 'default' });
