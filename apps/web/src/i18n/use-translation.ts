import type { Language } from '@medvind/contracts';
import { use } from 'react';
import { useI18n, type Translate } from './i18n.js';
import type { Namespace } from './namespaces.js';

/**
 * `const { t } = useTranslation('policies'); t('title'); t('goals', { count: 3 }); t('app:close')`.
 * Messages that are not at hand yet are fetched; until then the page waits as it does for its data.
 */
export function useTranslation<Own extends Namespace = 'app'>(
  namespace?: Own,
): { t: Translate<Own>; language: Language } {
  return useMessages(namespace ?? ('app' as Own));
}

function useMessages<Own extends Namespace>(namespace: Own) {
  const i18n = useI18n();
  const fetched = i18n.fetched(namespace);
  if (fetched) use(fetched);
  return { t: i18n.translate(namespace), language: i18n.language };
}
