import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { caseChoicesQuery, caseQuery } from './api/cases.js';
import { CaseDue } from './components/case-due.js';
import { CaseFiles } from './components/case-files.js';
import { CaseForm } from './components/case-form.js';
import { CaseNotes } from './components/case-notes.js';
import { CaseOpinions } from './components/case-opinions.js';
import { CaseSupport } from './components/case-support.js';
import { StateTag } from './components/state-tag.js';

export const load = ({ params: { municipality = '', initiativeId = '' }, get }: LoadContext) =>
  Promise.all([get(caseQuery(municipality, initiativeId)), get(caseChoicesQuery(municipality))]);

/** One initiative as those see it who deal with it. */
export default function StaffInitiativePage() {
  const { t } = useTranslation('initiative-cases');
  const { t: say } = useTranslation('initiatives');
  const { initiativeId = '' } = useParams();
  const { slug } = useMunicipality();
  const path = usePath();
  const file = useSuspenseQuery(caseQuery(slug, initiativeId)).data;
  return (
    <Page
      title={file.title ?? say('hiddenTitle')}
      titleLang={file.language}
      breadcrumbs={[{ label: t('title'), to: path('staff', 'initiatives') }]}
      kicker={
        <>
          <span>{file.reference}</span>
          <StateTag initiative={{ state: file.state, hidden: file.title === null, held: false }} />
        </>
      }
      lead={!file.answeredAt && <CaseDue due={file.due} />}
      actions={<LinkButton to={path('initiatives', file.id)}>{t('case.public')}</LinkButton>}
      width="text"
      hidden
    >
      <CaseForm key={file.id} file={file} />
      <CaseNotes file={file} />
      <CaseOpinions file={file} />
      <CaseSupport file={file} />
      {file.title !== null && <CaseFiles initiativeId={file.id} />}
    </Page>
  );
}
