import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useSession } from '../../../lib/session.js';
import { Heading } from '../../../ui/heading.js';
import { ruleQuery } from '../api/rule.js';

/** What publishing means, said before it is done. */
export function BecomesPublic() {
  const { t } = useTranslation('initiatives');
  const { slug } = useMunicipality();
  const { scheme } = useQuery(ruleQuery(slug)).data ?? {};
  const name = useSession().person?.name;
  return (
    <section className="mv-panel" aria-labelledby="becomes-public">
      <Heading level={3} size="2xs" id="becomes-public">
        {t('propose.publicTitle')}
      </Heading>
      <ul className="ds-list">
        <li>{name ? t('propose.publicName', { name }) : t('propose.publicNameAny')}</li>
        <li>{t('propose.publicFixed')}</li>
        <li>{t(scheme?.namesShown ? 'propose.publicSupportNamed' : 'propose.publicSupport')}</li>
        <li>{t('propose.publicRecord')}</li>
      </ul>
    </section>
  );
}
