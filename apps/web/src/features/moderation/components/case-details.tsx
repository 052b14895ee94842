import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { Held } from '../../../ui/held.js';
import { Heading } from '../../../ui/heading.js';
import { Link } from '../../../ui/link.js';
import { Prose } from '../../../ui/prose.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';

interface CaseDetailsProps {
  subject: Schema<'CaseView'>;
  level: 2 | 3;
  headingId?: string;
  /** With the way to its page, where one is not there already. */
  linked?: boolean;
}

/** The contribution with what a moderator needs to judge it. */
export function CaseDetails({ subject, level, headingId, linked }: CaseDetailsProps) {
  const { t } = useTranslation('moderation');
  const path = usePath();
  const { author, parent, reference, kind, state, lastDecision } = subject;
  return (
    <>
      <header className="mv-case-head">
        <Heading level={level} size="2xs" id={headingId}>
          {t(`entry.${kind}`)} {reference}
        </Heading>
        {state !== 'visible' && (
          <Tag color="warning" icon={state === 'hidden' ? 'lock' : 'info'}>
            {t(`entry.state.${state}`)}
          </Tag>
        )}
        <p className="mv-note">
          {author ? (author.me ? t('entry.byYou') : t('entry.by', { name: author.name })) : t('entry.byGone')}
          {' · '}
          <Time at={subject.createdAt} style="moment" />
          {subject.editedAt && ` (${t('entry.edited')})`}
          {subject.redactedAt && ` (${t('entry.redacted')})`}
          {author && !author.me && ` · ${t('entry.hiddenBefore', { count: author.hiddenBefore })}`}
        </p>
        <p className="mv-note">
          {t('entry.where')} {[subject.policyTitle, subject.goalTitle].filter(Boolean).join(' › ')}
        </p>
      </header>
      {parent && (
        <blockquote className="mv-case-parent">
          <p className="mv-note">
            {parent.author ? t('entry.answers', { name: parent.author }) : t('entry.answersGone')}
          </p>
          {parent.text === null ? (
            <p>{t('entry.parentAway')}</p>
          ) : (
            <Prose text={parent.text} lang={parent.language} />
          )}
        </blockquote>
      )}
      <div className="mv-case-text">
        {subject.title && (
          <p className="mv-alert-title" lang={subject.language}>
            {subject.title}
          </p>
        )}
        {subject.text === null ? (
          <p>{t(subject.quarantined ? 'entry.quarantined' : 'entry.removed')}</p>
        ) : (
          <Prose text={subject.text} lang={subject.language} />
        )}
        {subject.attachment && <Attached {...subject.attachment} lang={subject.language} />}
      </div>
      {subject.heldReason && (
        <Held reason={subject.heldReason} detail={subject.heldDetail} traced={`${kind}=${subject.id}`} />
      )}
      {subject.reportCount > 0 && <Reports subject={subject} />}
      {lastDecision && (
        <p className="mv-note">
          {t('entry.earlier')} <Time at={lastDecision.at} style="moment" />:{' '}
          {t(`decided.${lastDecision.action}`, { name: lastDecision.moderator, reason: lastDecision.reason })}
        </p>
      )}
      {subject.blockers.length > 0 && <Alert tone="info">{t('entry.ownNotice')}</Alert>}
      {linked && (
        <p>
          <Link to={`${path()}/${subject.path}`}>
            {t('entry.open')}
            <span className="ds-sr-only"> {reference}</span>
          </Link>
        </p>
      )}
    </>
  );
}

/** The picture, or the way to the document: a comment can be reported for it alone. */
function Attached({ href, previewHref, fileName, alt, lang }: Schema<'AttachmentView'> & { lang: string }) {
  return (
    <figure className="mv-case-attached">
      <a className="ds-link" href={href} target="_blank" rel="noopener">
        {previewHref ? <img src={previewHref} alt={fileName} loading="lazy" /> : fileName}
      </a>
      {alt && <figcaption lang={lang}>{alt}</figcaption>}
    </figure>
  );
}

function Reports({ subject }: Pick<CaseDetailsProps, 'subject'>) {
  const { t } = useTranslation('moderation');
  const { t: reports } = useTranslation('reports');
  const said = subject.reports.filter(({ text }) => text !== '');
  const silent = subject.reportCount - said.length;
  return (
    <div className="mv-case-reports">
      <p>
        <strong>{t('entry.reports', { count: subject.reportCount })}</strong>
        {subject.firstReportedAt && (
          <span className="mv-note">
            {' · '}
            {t('entry.waitingSince')} <Time at={subject.firstReportedAt} style="moment" />
          </span>
        )}
      </p>
      <ul className="mv-case-reasons" aria-label={t('entry.what')}>
        {subject.reasons.map(({ code, count }) => (
          <li key={code}>
            <Tag color="neutral">
              {reports(`reasons.${code}`)}
              {count > 1 && ` × ${count}`}
            </Tag>
          </li>
        ))}
      </ul>
      {said.length > 0 && (
        <ul className="mv-case-said">
          {said.map(({ text, at, reasonCode }) => (
            <li key={at + reasonCode + text}>
              <Prose text={text} />
            </li>
          ))}
        </ul>
      )}
      {said.length > 0 && silent > 0 && (
        <p className="mv-note">
          {t('entry.more', { count: silent })}, {t('entry.saidWithout')}
        </p>
      )}
    </div>
  );
}
