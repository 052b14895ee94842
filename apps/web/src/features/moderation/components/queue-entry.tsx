import type { Schema } from '@medvind/api-client';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { Heading } from '../../../ui/heading.js';
import { Skeleton } from '../../../ui/loading.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';
import type { Entry } from '../use-queue.js';
import { CaseActions } from './case-actions.js';
import { CaseContext } from './case-context.js';
import { CaseDetails } from './case-details.js';
import { DecisionForm, type FormAction } from './decision-form.js';

export const entryId = (id: string): string => `case-${id}`;

interface QueueEntryProps {
  entry: Entry;
  municipality: string;
  current: boolean;
  /** Its conversation is shown: come to with a key, or on to after a decision. */
  expanded: boolean;
  chosen: boolean;
  /** Decided by a colleague while one looked at it. */
  gone: boolean;
  /** The form that is open in it. */
  action: FormAction | null;
  busy: boolean;
  onChoose: () => void;
  onAction: (action: FormAction | null) => void;
  onKeep: () => void;
  onClaim: (takeOver: boolean) => void;
  onRelease: () => void;
  onDecided: (action: FormAction, now: Schema<'CaseView'>) => void;
}

export function QueueEntry(props: QueueEntryProps) {
  const { entry, current, gone } = props;
  const { id, contribution } = entry;
  const { t } = useTranslation('moderation');
  const heading = `${entryId(id)}-title`;
  return (
    <article
      className="ds-card mv-card mv-case"
      data-variant="default"
      data-current={current || undefined}
      id={entryId(id)}
      tabIndex={-1}
      aria-labelledby={heading}
    >
      <Marks entry={entry} />
      {contribution ? (
        <ContributionEntry {...props} subject={contribution} heading={heading} />
      ) : (
        <Matter entry={entry} heading={heading} />
      )}
      {gone && <Alert tone="info">{t('entry.gone')}</Alert>}
    </article>
  );
}

/** Why it waits, for how long it may, and who looks at it. */
function Marks({ entry: { kind, urgency, openedAt, dueAt, claim } }: { entry: Entry }) {
  const { t } = useTranslation('moderation');
  return (
    <div className="mv-case-marks">
      <Tag color={kind === 'report' ? 'neutral' : 'info'}>{t(`kinds.${kind}`)}</Tag>
      {urgency < 2 && (
        <Tag color="danger" icon="warning">
          {t(urgency === 0 ? 'entry.urgent' : 'entry.illegal')}
        </Tag>
      )}
      {claim && (
        <Tag color="accent" icon="person">
          {claim.mine ? t('entry.claimedByYou') : t('entry.claimedBy', { name: claim.name })}
        </Tag>
      )}
      <span className="mv-note">
        {t('entry.cameIn')} <Time at={openedAt} style="ago" />
        {dueAt && (
          <>
            {' · '}
            {t('entry.due')} <Time at={dueAt} style="moment" />
          </>
        )}
      </span>
    </div>
  );
}

/** What has a page of its own to be decided on. */
function Matter({ entry: { kind, title, path, notForMe }, heading }: { entry: Entry; heading: string }) {
  const { t } = useTranslation('moderation');
  const at = usePath();
  return (
    <>
      <Heading level={2} size="2xs" id={heading}>
        {title || t(`kinds.${kind}`)}
      </Heading>
      {notForMe && <p>{t('entry.forAnother')}</p>}
      {path && (
        <div className="mv-actions">
          <LinkButton variant={notForMe ? 'secondary' : 'primary'} to={`${at()}/${path}`}>
            {t('actions.openCase')}
            <span className="ds-sr-only"> {title}</span>
          </LinkButton>
        </div>
      )}
    </>
  );
}

interface ContributionEntryProps extends QueueEntryProps {
  subject: Schema<'CaseView'>;
  heading: string;
}

function ContributionEntry(props: ContributionEntryProps) {
  const { entry, subject, heading, municipality, expanded, chosen, gone, action, busy } = props;
  const { onChoose, onAction, onKeep, onClaim, onRelease, onDecided } = props;
  const { t } = useTranslation('moderation');
  const { kind, id, reference } = subject;
  const { claim } = entry;
  const colleague = claim && !claim.mine;
  return (
    <>
      <div className="mv-check">
        <input
          className="ds-input"
          type="checkbox"
          id={`${heading}-choose`}
          checked={chosen}
          onChange={onChoose}
        />
        <label className="ds-label" data-weight="regular" htmlFor={`${heading}-choose`}>
          {t('entry.choose', { reference })}
        </label>
      </div>
      <CaseDetails subject={subject} level={2} headingId={heading} linked />
      <Around open={expanded}>
        <CaseContext municipality={municipality} kind={kind} id={id} />
      </Around>
      {action ? (
        <Suspense fallback={<Skeleton lines={4} />}>
          <DecisionForm
            key={action}
            municipality={municipality}
            subject={subject}
            action={action}
            onDone={(now) => onDecided(action, now)}
            onCancel={() => onAction(null)}
          />
        </Suspense>
      ) : (
        !gone &&
        !colleague && (
          <CaseActions
            municipality={municipality}
            subject={subject}
            busy={busy}
            onAction={onAction}
            onKeep={onKeep}
          />
        )
      )}
      {!gone && (colleague || !action) && (
        <div className="mv-actions mv-case-more">
          {claim?.mine ? (
            <Button variant="tertiary" color="neutral" size="sm" onClick={onRelease}>
              {t('actions.release')}
              <span className="ds-sr-only"> {reference}</span>
            </Button>
          ) : (
            <Button
              variant="tertiary"
              color="neutral"
              size="sm"
              icon="person"
              onClick={() => onClaim(Boolean(colleague))}
            >
              {t(colleague ? 'actions.takeOver' : 'actions.claim')}
              <span className="ds-sr-only"> {reference}</span>
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** Asked for once it is opened: by the moderator, or because it is this one's turn. */
function Around({ open, children }: { open: boolean; children: ReactNode }) {
  const { t } = useTranslation('moderation');
  const [chosen, setChosen] = useState<boolean>();
  const shown = chosen ?? open;
  return (
    <details
      className="ds-details"
      data-color="neutral"
      open={shown}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== shown) setChosen(currentTarget.open);
      }}
    >
      <summary>{t('context.title')}</summary>
      <div className="mv-flow">{shown && children}</div>
    </details>
  );
}
