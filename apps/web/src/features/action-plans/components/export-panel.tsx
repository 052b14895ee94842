import type { Schema } from '@medvind/api-client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { RadioGroup } from '../../../ui/choices.js';
import { Heading } from '../../../ui/heading.js';
import { Icon } from '../../../ui/icon.js';
import { Progress } from '../../../ui/progress.js';
import { Time } from '../../../ui/time.js';
import { useToast } from '../../../ui/toast.js';
import { exportFile, exportsQuery, startExport } from '../api/exports.js';

type Export = Schema<'PlanExportView'>;
const FORMATS = ['docx', 'xlsx', 'csv'] as const;

/** The document one hands in. A job goes on without this page, and is found again here. */
export function ExportPanel({ plan }: { plan: Schema<'PlanView'> }) {
  const { t } = useTranslation('action-plans-staff');
  const { slug } = useMunicipality();
  const { data } = useQuery(exportsQuery(slug, plan.id));
  const [format, setFormat] = useState<Export['format']>('docx');
  const { mutateAsync } = useMutation(startExport(slug, plan.id));
  const start = useAction(() => mutateAsync(format));
  const exports = data?.items ?? [];
  useTellWhenReady(data?.items);
  return (
    <section className="mv-panel mv-flow" aria-labelledby="export">
      <Heading level={2} size="xs" id="export">
        {t('export.title')}
      </Heading>
      <p className="mv-note">{t('export.lead')}</p>
      <RadioGroup
        name="format"
        label={t('export.format')}
        value={format}
        onChange={(value) => setFormat(FORMATS.find((known) => known === value) ?? 'docx')}
        options={FORMATS.map((value) => ({
          value,
          label: t(`export.${value}`),
          hint: t(`export.${value}Hint`),
        }))}
      />
      <Button busy={start.busy} onClick={start.act}>
        {t('export.start')}
      </Button>
      {exports.length > 0 && (
        <>
          <Heading level={3} size="2xs">
            {t('export.made')}
          </Heading>
          <ul className="mv-exports">
            {exports.map((made) => (
              <li key={made.id}>
                <MadeExport made={made} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function MadeExport({ made }: { made: Export }) {
  const { t } = useTranslation('action-plans-staff');
  const { slug, language } = useMunicipality();
  const { mutateAsync } = useMutation(startExport(slug, made.planId));
  const retry = useAction(() => mutateAsync(made.format));
  const { status, format, done, total } = made;
  return (
    <>
      <p className="mv-export-head">
        <strong>{t(`export.${format}`)}</strong> <Time at={made.createdAt} style="moment" />
      </p>
      {status === 'waiting' && <p className="mv-note">{t('export.waiting')}</p>}
      {status === 'running' &&
        (total === 0 ? (
          <p className="mv-note">{t('export.running')}</p>
        ) : (
          <Progress value={done} max={total} label={t('export.progress', { done, total })} />
        ))}
      {status === 'done' && (
        <>
          <a className="ds-link" href={exportFile(slug, made.id)} download lang={language}>
            <Icon name="document" /> {t('export.download', { name: made.fileName })}
          </a>
          <p className="mv-note">
            <KeptUntil at={made.keptUntil} />
          </p>
        </>
      )}
      {status === 'failed' && (
        <>
          <p className="mv-export-failed">
            <Icon name="danger" /> {t('export.failed')}
          </p>
          <Button variant="secondary" size="sm" busy={retry.busy} onClick={retry.act}>
            {t('export.retry')}
          </Button>
        </>
      )}
    </>
  );
}

function KeptUntil({ at }: { at: string }) {
  const { t } = useTranslation('action-plans-staff');
  const [before = '', after = ''] = t('export.kept', { date: '|' }).split('|');
  return (
    <>
      {before}
      <Time at={at} style="short" />
      {after}
    </>
  );
}

/**
 * Says so when a document is ready, wherever on the page one is by then. A short one may be ready before it was ever
 * seen to be waited for, so what was there when the page opened is what is not told.
 */
function useTellWhenReady(exports: Export[] | undefined) {
  const { t } = useTranslation('action-plans-staff');
  const toast = useToast();
  const known = useRef<Set<string>>(null);
  useEffect(() => {
    const ended = exports?.filter(({ status }) => status === 'done' || status === 'failed');
    if (!ended) return;
    for (const { id, status, fileName } of known.current ? ended : [])
      if (!known.current?.has(id))
        toast(
          status === 'done'
            ? t('export.ready', { name: fileName })
            : { text: t('export.failed'), tone: 'danger' },
        );
    known.current = new Set(ended.map(({ id }) => id));
  }, [exports, t, toast]);
}
