import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';
import { Prose } from '../../../ui/prose.js';

/** The contributions a case rests on, as they were when it began. */
export function Evidence({ items }: { items: Schema<'EvidenceView'>[] }) {
  const { t } = useTranslation('redress');
  const path = usePath();
  if (items.length === 0) return null;
  return (
    <section className="mv-flow" aria-labelledby="evidence">
      <Heading level={2} size="xs" id="evidence">
        {t('restriction.evidence')}
      </Heading>
      <ul className="mv-evidence">
        {items.map(({ id, reference, path: at, text, language }) => (
          <li key={id}>
            <Link to={`${path()}/${at}`}>{reference}</Link>
            <blockquote className="mv-judged-text">
              <Prose text={text} lang={language} />
            </blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}
