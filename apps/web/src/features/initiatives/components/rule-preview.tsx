import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Heading } from '../../../ui/heading.js';
import { ruleQuery } from '../api/rule.js';
import { SchemeSentences } from './scheme-sentences.js';

/** What one gets into by publishing now. */
export function RulePreview() {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const { scheme, deadlineNow } = useSuspenseQuery(ruleQuery(slug)).data;
  if (scheme === null || deadlineNow === null) return null;
  return (
    <section className="mv-panel" aria-labelledby="rule">
      <Heading level={2} size="xs" id="rule">
        {t('propose.ruleTitle')}
      </Heading>
      <SchemeSentences scheme={scheme} brief />
    </section>
  );
}
