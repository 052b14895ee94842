import { useTranslation } from '../i18n/use-translation.js';
import { Navigate, useLocation } from 'react-router';
import type { ApiProblem } from '../lib/api-problem.js';
import { useMunicipalitySlug } from '../lib/municipality.js';
import { Button, LinkButton } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { useProblemText } from '../ui/problem-text.js';

/** Instead of a page: not found, not allowed, out of reach. Somebody not signed in is led to sign in and back. */
export function ProblemPage({ problem, retry }: { problem: ApiProblem; retry?: () => void }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const { pathname, search } = useLocation();
  const municipality = useMunicipalitySlug();
  if (problem.code === 'not-signed-in' && municipality) {
    return <Navigate to={signInPath(municipality, pathname + search)} replace />;
  }
  const missing = problem.status === 404;
  const passing = problem.status === 0 || problem.status >= 500;
  return (
    <Page
      title={
        missing ? t('problem.notFoundTitle') : passing ? t('problem.brokenTitle') : t('problem.refusedTitle')
      }
      lead={missing ? t('problem.notFoundText') : passing ? t('problem.brokenText') : text(problem)}
      hidden
    >
      <div className="mv-actions">
        {passing && retry && <Button onClick={retry}>{t('problem.retry')}</Button>}
        <LinkButton to={municipality ? `/${municipality}` : '/'} variant={passing ? 'secondary' : 'primary'}>
          {t('problem.home')}
        </LinkButton>
      </div>
    </Page>
  );
}

/** Where to sign in, to come back to `next` afterwards. */
export const signInPath = (municipality: string, next: string): string =>
  `/${municipality}/sign-in?next=${encodeURIComponent(next)}`;
