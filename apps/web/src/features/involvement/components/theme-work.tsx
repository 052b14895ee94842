import { LIMITS } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { Icon } from '../../../ui/icon.js';
import { Link } from '../../../ui/link.js';
import { Prose } from '../../../ui/prose.js';
import { Tag } from '../../../ui/tag.js';
import { TextField } from '../../../ui/text-field.js';
import { removeThemeMutation, renameThemeMutation } from '../api/themes.js';
import { namedFields } from '../../../lib/named-fields.js';
import { OutcomeTag } from './marks.js';
import { ResponseForm } from './response-form.js';
import { ThemeEntries } from './theme-entries.js';
import { useWorkChanged } from './use-work-changed.js';

interface ThemeWorkProps {
  work: Schema<'WorkView'>;
  theme: Schema<'WorkTheme'>;
  onUp: (() => Promise<void>) | undefined;
  onDown: (() => Promise<void>) | undefined;
}

export function ThemeWork({ work, theme, onUp, onDown }: ThemeWorkProps) {
  const { t } = useTranslation('involvement-staff');
  const { t: say } = useTranslation('involvement');
  const { language } = useMunicipality();
  const { date } = useFormat();
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  const { title, response, linkCount } = theme;
  const closed = work.state === 'closed';
  return (
    <article className="mv-theme" id={`theme-${theme.id}`} tabIndex={-1}>
      <header className="mv-theme-head">
        <div>
          <h2 className="ds-heading" data-size="xs" lang={language}>
            {title}
          </h2>
          <p className="mv-pick-foot">
            <Link to={`?step=sort&theme=${theme.id}`} aria-label={t('themes.seeEntries', { theme: title })}>
              {t('themes.entries', { count: linkCount })}
            </Link>
            {!response && <Tag icon="warning">{t('answer.state.none')}</Tag>}
            {response && !response.respondedAt && <Tag icon="time">{t('answer.state.draft')}</Tag>}
            {response?.respondedAt && (
              <Tag icon="success" color="success">
                {t('answer.state.published', { date: date(response.respondedAt, 'short') })}
              </Tag>
            )}
          </p>
        </div>
        {!closed && (
          <div className="mv-theme-tools">
            <Move label={t('themes.up', { theme: title })} turn="up" run={onUp} />
            <Move label={t('themes.down', { theme: title })} turn="down" run={onDown} />
            <Button
              variant="tertiary"
              size="sm"
              aria-label={t('themes.rename', { theme: title })}
              onClick={() => setOpen('rename')}
            >
              {t('themes.renameTitle')}
            </Button>
            {!response?.respondedAt && (
              <Button
                variant="tertiary"
                color="danger"
                size="sm"
                aria-label={t('themes.remove', { theme: title })}
                onClick={() => setOpen('remove')}
              >
                {t('themes.removeDo')}
              </Button>
            )}
          </div>
        )}
      </header>
      <div className="mv-theme-parts">
        {closed ? (
          <div className="mv-theme-answer">
            {response && (
              <>
                <p>
                  <OutcomeTag outcome={response.outcome} />
                </p>
                <Prose text={response.text} lang={language} />
              </>
            )}
          </div>
        ) : (
          <ResponseForm work={work} theme={theme} />
        )}
        <div className="mv-theme-said">
          <h3>{say('themes.said')}</h3>
          <ThemeEntries processId={work.id} themeId={theme.id} />
        </div>
      </div>
      {open === 'rename' && <Rename work={work} theme={theme} onClose={() => setOpen(null)} />}
      {open === 'remove' && <Remove work={work} theme={theme} onClose={() => setOpen(null)} />}
    </article>
  );
}

interface MoveProps {
  label: string;
  turn: 'up' | 'down';
  run: (() => Promise<void>) | undefined;
}

/** At the end of the list it stays, and stays focused, but does nothing. */
function Move({ label, turn, run }: MoveProps) {
  const { act, busy } = useAction(async () => run?.());
  return (
    <button
      type="button"
      className="ds-button mv-turn"
      data-variant="tertiary"
      data-size="sm"
      data-icon="true"
      data-turn={turn}
      aria-label={label}
      aria-disabled={!run || undefined}
      aria-busy={busy || undefined}
      onClick={act}
    >
      <Icon name="chevron" />
    </button>
  );
}

interface ThemeDialogProps {
  work: Schema<'WorkView'>;
  theme: Schema<'WorkTheme'>;
  onClose: () => void;
}

function Rename({ work, theme, onClose }: ThemeDialogProps) {
  const { t } = useTranslation('involvement-staff');
  const { slug } = useMunicipality();
  const changed = useWorkChanged(work.id);
  const { mutateAsync } = useMutation(renameThemeMutation(slug, theme.id));
  const form = useForm({
    initial: { title: theme.title },
    submit: (values) => mutateAsync(values),
    done: (saved) => {
      changed(saved);
      onClose();
    },
  });
  const { form: named, field } = namedFields(form, theme.id);
  return (
    <Dialog title={t('themes.renameTitle')} onClose={onClose}>
      <Form form={named} submit={t('record.save')}>
        <TextField {...field('title', t('themes.name'))} max={LIMITS.title.max} published />
      </Form>
    </Dialog>
  );
}

function Remove({ work, theme, onClose }: ThemeDialogProps) {
  const { t } = useTranslation('involvement-staff');
  const { slug } = useMunicipality();
  const changed = useWorkChanged(work.id);
  const { mutateAsync } = useMutation(removeThemeMutation(slug, theme.id));
  const { act, busy } = useAction(async () => {
    const saved = await mutateAsync();
    onClose();
    changed(saved);
  });
  return (
    <Dialog title={t('themes.removeTitle')} onClose={onClose}>
      <p>{t('themes.removeText', { theme: theme.title })}</p>
      <div className="mv-actions">
        <Button color="danger" busy={busy} onClick={act}>
          {t('themes.removeDo')}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t('app:form.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
