import type { Schema } from '@medvind/api-client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Heading } from '../../../ui/heading.js';
import { Icon } from '../../../ui/icon.js';
import { Progress } from '../../../ui/progress.js';
import { Time } from '../../../ui/time.js';
import { caseFileAddress, caseFilesQuery, orderFileMutation } from '../api/case-files.js';

/** The case as the council gets it. A document goes on being made without this page, and is found again here. */
export function CaseFiles({ initiativeId }: { initiativeId: string }) {
  const { t } = useTranslation('initiative-cases');
  const { slug } = useMunicipality();
  const items = useQuery(caseFilesQuery(slug, initiativeId)).data?.items ?? [];
  const { mutateAsync } = useMutation(orderFileMutation(slug, initiativeId));
  const word = useAction(() => mutateAsync('docx'));
  const pdf = useAction(() => mutateAsync('pdf'));
  return (
    <section className="mv-flow" aria-labelledby="council">
      <Heading level={2} size="xs" id="council">
        {t('files.title')}
      </Heading>
      <p className="mv-note">{t('files.lead')}</p>
      <div className="mv-actions">
        <Button variant="secondary" busy={word.busy} onClick={word.act}>
          {t('files.docx')}
        </Button>
        <Button variant="secondary" busy={pdf.busy} onClick={pdf.act}>
          {t('files.pdf')}
        </Button>
      </div>
      {items.length > 0 && (
        <ul className="mv-exports" aria-live="polite">
          {items.map((made) => (
            <li key={made.id}>
              <MadeFile initiativeId={initiativeId} made={made} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function MadeFile({ initiativeId, made }: { initiativeId: string; made: Schema<'InitiativeFileView'> }) {
  const { t } = useTranslation('initiative-cases');
  const { slug, language } = useMunicipality();
  const { status, done, total, fileName, createdAt, id } = made;
  if (status === 'failed')
    return (
      <p className="mv-export-failed">
        <Icon name="danger" /> {t('files.failed')}
      </p>
    );
  if (status === 'done')
    return (
      <p className="mv-export-head">
        <a className="ds-link" href={caseFileAddress(slug, initiativeId, id)} download lang={language}>
          <Icon name="document" /> {fileName}
        </a>{' '}
        <Time at={createdAt} style="moment" />
      </p>
    );
  return total === 0 ? (
    <p className="mv-note">{t('files.waiting')}</p>
  ) : (
    <Progress value={done} max={total} label={t('files.progress', { done, total })} />
  );
}
