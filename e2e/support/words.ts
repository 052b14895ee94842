import fs from 'node:fs';
import path from 'node:path';
import { createI18n, type Messages, type MessageTree, type Translate } from '../../apps/web/src/i18n/i18n.js';

const FOLDER = path.resolve(import.meta.dirname, '../../apps/web/src/i18n');

/** The words on the pages in a town's language: `say('moderation:actions.hide')`. */
export function wordsOf(language: 'da' | 'sv' | 'en'): Translate {
  const folder = path.join(FOLDER, language);
  const messages: Messages = Object.fromEntries(
    fs
      .readdirSync(folder)
      .map((file) => [
        path.basename(file, '.json'),
        JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as MessageTree,
      ]),
  );
  return createI18n(language, messages).translate('app');
}
