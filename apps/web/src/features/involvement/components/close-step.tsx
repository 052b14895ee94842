import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { Link } from '../../../ui/link.js';
import { useToast } from '../../../ui/toast.js';
import { closeProcessMutation } from '../api/save-process.js';
import { useWorkChanged } from './use-work-changed.js';

type Blocker = Schema<'ClosingBlockerView'>;

/** What is missing leads to where it is done; with nothing missing the process can end. */
export function CloseStep({ work }: { work: Schema<'WorkView'> }) {
  const { t } = useTranslation('involvement-staff');
  const { date } = useFormat();
  const { slug } = useMunicipality();
  const toast = useToast();
  const changed = useWorkChanged(work.id);
  const { mutateAsync } = useMutation(closeProcessMutation(slug, work.id));
  const closed = work.state === 'closed';
  const { act, busy } = useAction(async () => {
    const saved = await mutateAsync(closed ? 'reopen' : 'close').catch((cause: unknown) => {
      // Somebody linked something meanwhile: what is missing now is shown.
      changed();
      throw cause;
    });
    changed(saved);
    toast(t(closed ? 'close.reopened' : 'close.done'));
  });
  if (closed)
    return (
      <div className="mv-involve-section">
        <Alert tone="success" title={t('close.closedTitle')}>
          <p>{work.closedAt && t('work.closed', { date: date(work.closedAt) })}</p>
          <p>{t('close.closedText')}</p>
        </Alert>
        <div>
          <Button variant="secondary" busy={busy} onClick={act}>
            {t('close.reopen')}
          </Button>
        </div>
      </div>
    );
  return (
    <section className="mv-involve-section" aria-labelledby="close">
      <h2 className="ds-heading" data-size="sm" id="close">
        {t('close.title')}
      </h2>
      {work.blockers.length > 0 ? (
        <Alert tone="warning" title={t('close.missing')}>
          <ul className="ds-list">
            {work.blockers.map((blocker) => (
              <li key={blocker.themeId ?? blocker.type}>
                <BlockerLink blocker={blocker} />
              </li>
            ))}
          </ul>
        </Alert>
      ) : (
        <Alert tone="success" title={t('close.ready')} />
      )}
      {work.blockers.length === 0 && work.decision === '' && (
        <p>
          {t('close.noDecision')} <Link to="?step=record#field-decision">{t('close.writeDecision')}</Link>
        </p>
      )}
      {work.blockers.length === 0 && (
        <div>
          <Button busy={busy} onClick={act}>
            {t('close.do')}
          </Button>
        </div>
      )}
    </section>
  );
}

function BlockerLink({ blocker }: { blocker: Blocker }) {
  const { t } = useTranslation('involvement-staff');
  switch (blocker.type) {
    case 'unsorted-input':
      return <Link to="?step=sort">{t('close.unsorted-input', { count: blocker.count ?? 0 })}</Link>;
    case 'theme-without-response':
      return (
        <Link to={`?step=answer#theme-${blocker.themeId}`}>
          {t('close.theme-without-response', { theme: blocker.title })}
        </Link>
      );
    case 'no-theme':
      return <Link to="?step=answer#new-theme">{t('close.no-theme')}</Link>;
  }
}
