import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { FilterLinks } from '../../../ui/filter-links.js';

/** What is published, and what was not. */
export function ListedKinds({ current }: { current: 'published' | 'rejected' }) {
  const { t } = useTranslation('initiative-life');
  const path = usePath();
  return (
    <FilterLinks
      label={t('rejected.which')}
      links={[
        { to: path('initiatives'), label: t('rejected.all'), current: current === 'published' },
        { to: path('initiatives', 'rejected'), label: t('rejected.title'), current: current === 'rejected' },
      ]}
    />
  );
}
