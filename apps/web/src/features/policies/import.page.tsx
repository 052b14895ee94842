import type { Schema } from '@medvind/api-client';
import type { FieldProblem } from '@medvind/contracts';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { useAction } from '../../ui/action.js';
import { Alert } from '../../ui/alert.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Checkbox } from '../../ui/checkbox.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState } from '../../ui/empty-state.js';
import { fieldId } from '../../ui/field.js';
import { Heading } from '../../ui/heading.js';
import { Link } from '../../ui/link.js';
import { Page } from '../../ui/page.js';
import { useToast } from '../../ui/toast.js';
import { importQuery } from './api/imports.js';
import { publishImportMutation, removeImportMutation } from './api/save-import.js';
import { DraftPolicyEditor } from './components/draft-policy.js';
import { SaveState } from './components/save-state.js';
import { countOf } from './outline-editing.js';
import { useOutlineDraft } from './use-outline-draft.js';

export const load = ({ params: { municipality = '', importId = '' }, get }: LoadContext) =>
  get(importQuery(municipality, importId));

export default function ImportPage() {
  const { t } = useTranslation('imports');
  const { importId = '' } = useParams();
  const { slug } = useMunicipality();
  const path = usePath();
  const view = useSuspenseQuery(importQuery(slug, importId)).data;
  const [published, setPublished] = useState<Schema<'PolicySummary'>[] | null>(null);
  const frame = {
    breadcrumbs: [{ label: t('title'), to: path('staff', 'policies') }],
    hidden: true,
  };
  if (published || view.publishedAt) {
    return (
      <Page {...frame} title={t('publish.done')} lead={published ? t('publish.doneText') : undefined}>
        <Published policies={published} />
      </Page>
    );
  }
  return (
    <Page
      {...frame}
      title={view.title || t('begun.untitled')}
      kicker={t('edit.kicker')}
      lead={t('edit.lead')}
      width="wide"
    >
      {/* Another version is another editor: nothing of the old one lingers. */}
      <Editor key={view.revision} view={view} onPublished={setPublished} />
    </Page>
  );
}

interface EditorProps {
  view: Schema<'PolicyImportView'>;
  onPublished: (policies: Schema<'PolicySummary'>[]) => void;
}

function Editor({ view, onPublished }: EditorProps) {
  const { t } = useTranslation('imports');
  const { draft, state } = useOutlineDraft(view);
  const { policies } = state;
  const kept = policies.filter(({ dropped }) => !dropped);
  const goals = kept.reduce((sum, { nodes }) => sum + countOf(nodes), 0);
  const summary = useSummary()(kept.length, goals);
  return (
    <div className="mv-import">
      <div className="mv-import-outline">
        {policies.map((policy, index) => (
          <DraftPolicyEditor
            key={policy.key}
            policy={policy}
            draft={draft}
            faults={faultsOf(state.problem?.fields, index)}
            position={{
              first: index === 0,
              last: index === policies.length - 1,
              only: policies.length === 1,
            }}
          />
        ))}
      </div>
      <aside className="mv-import-side" aria-label={t('edit.overview')}>
        <Heading level={2} size="xs">
          {summary}
        </Heading>
        <SaveState draft={draft} state={state} />
        {goals === 0 && (
          <Alert tone="warning" title={t('publish.noGoals')}>
            {t('publish.noGoalsText')}
          </Alert>
        )}
        <div className="mv-actions">
          <Publish
            draft={draft}
            view={view}
            summary={summary}
            withoutGoals={goals === 0}
            onPublished={onPublished}
          />
          <Button variant="secondary" disabled={!state.canUndo} onClick={draft.undo}>
            {t('edit.undo')}
          </Button>
          <GiveUp view={view} draft={draft} />
        </div>
        <p className="mv-note">{t('edit.keys')}</p>
      </aside>
    </div>
  );
}

const toMeant = () => document.getElementById(fieldId('meant'))?.focus();

/** The faults in one policy, by their place in it. */
const faultsOf = (fields: FieldProblem[] | undefined, index: number): ReadonlyMap<string, FieldProblem> =>
  new Map(
    (fields ?? [])
      .filter(({ field }) => field.startsWith(`outline.policies.${index}.`))
      .map((fault) => [fault.field.slice(`outline.policies.${index}.`.length), fault]),
  );

/** "15 politikker, 22 mål" */
function useSummary() {
  const { t } = useTranslation('imports');
  return (policies: number, goals: number) =>
    `${t('policyCount', { count: policies })}, ${t('goalCount', { count: goals })}`;
}

interface DraftProps {
  view: EditorProps['view'];
  draft: ReturnType<typeof useOutlineDraft>['draft'];
}

interface PublishProps extends DraftProps {
  summary: string;
  /** Most likely the wrong document: publishing it all the same takes a step more. */
  withoutGoals: boolean;
  onPublished: EditorProps['onPublished'];
}

function Publish({ view, draft, summary, withoutGoals, onPublished }: PublishProps) {
  const { t } = useTranslation('imports');
  const { slug } = useMunicipality();
  const [asking, setAsking] = useState(false);
  const [meant, setMeant] = useState(false);
  const toast = useToast();
  const { mutateAsync } = useMutation(publishImportMutation(slug, view.id));
  const publish = useAction(async () => {
    // Published is what one sees.
    if (!(await draft.flush())) {
      setAsking(false);
      return toast({ text: t('publish.unsaved'), tone: 'danger' });
    }
    const { items } = await mutateAsync(draft.savedRevision);
    onPublished(items);
  });
  return (
    <>
      <Button
        variant={withoutGoals ? 'tertiary' : 'primary'}
        onClick={() => {
          setMeant(false);
          setAsking(true);
        }}
      >
        {t(withoutGoals ? 'publish.actionNoGoals' : 'publish.action')}
      </Button>
      {asking && (
        <Dialog title={t('publish.question')} onClose={() => setAsking(false)}>
          <p>
            <strong>{summary}</strong>
          </p>
          <p>{t(withoutGoals ? 'publish.textNoGoals' : 'publish.text')}</p>
          {withoutGoals && (
            <Checkbox name="meant" label={t('publish.meant')} value={meant} onChange={setMeant} />
          )}
          <div className="mv-actions">
            <Button
              busy={publish.busy}
              // It stays where the keyboard finds it, and leads to what is missing.
              aria-disabled={(withoutGoals && !meant) || undefined}
              onClick={withoutGoals && !meant ? toMeant : publish.act}
            >
              {t('publish.confirm')}
            </Button>
            <Button variant="tertiary" onClick={() => setAsking(false)}>
              {t('app:form.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function GiveUp({ view, draft }: DraftProps) {
  const { t } = useTranslation('imports');
  const { slug } = useMunicipality();
  const path = usePath();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { mutateAsync } = useMutation(removeImportMutation(slug, view.id));
  const remove = useAction(async () => {
    draft.stop();
    await mutateAsync();
    void navigate(path('staff', 'policies'));
  });
  return (
    <>
      <Button variant="tertiary" color="danger" onClick={() => setAsking(true)}>
        {t('giveUp.action')}
      </Button>
      {asking && (
        <Dialog title={t('giveUp.question')} onClose={() => setAsking(false)}>
          <p>{t('giveUp.text')}</p>
          <div className="mv-actions">
            <Button color="danger" busy={remove.busy} onClick={remove.act}>
              {t('giveUp.confirm')}
            </Button>
            <Button variant="tertiary" onClick={() => setAsking(false)}>
              {t('app:form.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function Published({ policies }: { policies: Schema<'PolicySummary'>[] | null }) {
  const { t } = useTranslation('imports');
  const path = usePath();
  const { number } = useFormat();
  return (
    <EmptyState
      title={policies ? t('policyCount', { count: policies.length }) : t('app:errors.already-published')}
      action={
        <>
          <LinkButton to={path('policies')}>{t('publish.see')}</LinkButton>
          <LinkButton to={path('staff', 'policies')} variant="secondary">
            {t('publish.another')}
          </LinkButton>
        </>
      }
    >
      {policies && (
        <ul className="ds-list">
          {policies.map(({ id, slug, title, language, goalCount }) => (
            <li key={id}>
              <Link to={path('policies', slug)} lang={language}>
                {title}
              </Link>{' '}
              <span className="mv-note">({number(goalCount)})</span>
            </li>
          ))}
        </ul>
      )}
    </EmptyState>
  );
}
