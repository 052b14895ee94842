import type { Schema } from '@medvind/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { useToast } from '../../../ui/toast.js';
import { linkMutation, unlinkMutation } from '../api/links.js';
import { openProcessesQuery } from '../api/open-processes.js';
import { workQuery } from '../api/work.js';
import { BulkBar } from './bulk-bar.js';
import { CompactSelect } from './compact-select.js';
import { TYPES } from './types.js';
import type { Selection } from './use-selection.js';

type Entry = Schema<'InboxEntry'>;

interface LinkBarProps {
  selection: Selection<Entry>;
  shown: ReadonlySet<string>;
  onLinked: () => void;
}

/** Links what is selected to a process, and to one of its themes at once where that is known already. */
export function LinkBar({ selection, shown, onLinked }: LinkBarProps) {
  const { t } = useTranslation('involvement-staff');
  const { t: say } = useTranslation('involvement');
  const { slug } = useMunicipality();
  const path = usePath();
  const client = useQueryClient();
  const toast = useToast();
  const [processId, setProcessId] = useState('');
  const [themeId, setThemeId] = useState('');
  const [type, setType] = useState<Schema<'FeedbackType'> | ''>('');
  const begun = selection.items.length > 0;
  const { data: processes } = useQuery({ ...openProcessesQuery(slug), enabled: begun });
  const { data: work } = useQuery({ ...workQuery(slug, processId), enabled: begun && processId !== '' });
  const { mutateAsync } = useMutation(linkMutation(slug));
  const unlink = useMutation(unlinkMutation(slug)).mutateAsync;
  const made = useRef<Parameters<typeof unlink>[0]>(undefined);
  const count = selection.items.length;
  const idsOf = (kind: Entry['kind']) =>
    selection.items.filter((entry) => entry.kind === kind).map(({ id }) => id);

  const lookAgain = () =>
    Promise.all(
      ['inbox', 'inbox-counts', 'work', 'links', 'process', 'processes', 'goal-processes'].map((key) =>
        client.invalidateQueries({ queryKey: [key, slug] }),
      ),
    );

  /** Only what was new: what was linked before stays. */
  const takingBack = useAction(async () => {
    if (!made.current) return;
    await unlink(made.current);
    toast(t('bulk.unlinked', { count: made.current.linkIds.length }));
    onLinked();
    await lookAgain();
  });

  const { act, busy } = useAction(async () => {
    const process = processes?.find(({ id }) => id === processId);
    if (!process) return document.getElementById('choose-process')?.focus();
    const { linkIds, linked, alreadyLinked } = await mutateAsync({
      processId,
      commentIds: idsOf('comment'),
      initiativeIds: idsOf('initiative'),
      ...(themeId && { themeId }),
      ...(type && { type }),
    });
    made.current = { processId, linkIds };
    const told = [t('bulk.linked', { count: linked, process: process.title })];
    if (alreadyLinked) told.push(t('bulk.already', { count: alreadyLinked }));
    toast({
      text: told.join(' '),
      ...(linkIds.length > 0 && { action: { label: t('sort.undo'), run: takingBack.act } }),
    });
    selection.clear();
    setType('');
    onLinked();
    await lookAgain();
  });

  return (
    <BulkBar selection={selection} shown={shown}>
      {processes?.length === 0 ? (
        <>
          <p>{t('bulk.noProcess')}</p>
          <LinkButton to={path('staff', 'processes', 'new')}>{t('list.new')}</LinkButton>
        </>
      ) : (
        <>
          <CompactSelect
            name="process"
            label={t('bulk.process')}
            empty={t('bulk.chooseProcess')}
            value={processId}
            onChange={(id) => {
              setProcessId(id);
              setThemeId('');
            }}
            options={(processes ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          />
          {work && work.id === processId && work.themes.length > 0 && (
            <CompactSelect
              name="theme"
              label={t('bulk.theme')}
              empty={t('bulk.noTheme')}
              value={themeId}
              onChange={setThemeId}
              options={work.themes.map(({ id, title }) => ({ value: id, label: title }))}
            />
          )}
          {processId && (
            <CompactSelect
              name="type"
              label={t('bulk.type')}
              empty={t('bulk.noType')}
              value={type}
              onChange={(value) => setType(TYPES.find((known) => known === value) ?? '')}
              options={TYPES.map((value) => ({ value, label: say(`type.${value}`) }))}
            />
          )}
          <Button busy={busy} onClick={act} aria-disabled={processId === '' || undefined}>
            {t('bulk.link', { count })}
          </Button>
        </>
      )}
    </BulkBar>
  );
}
