import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useMunicipality } from '../../lib/municipality.js';
import type { LoadContext } from '../../lib/page.js';
import { Alert } from '../../ui/alert.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { Prose } from '../../ui/prose.js';
import { Time } from '../../ui/time.js';
import { appealNotice, noticeQuery } from './api/notices.js';
import { AppealPanel } from './components/appeal-panel.js';
import { Facts } from './components/facts.js';

export const load = ({ params: { municipality = '', token = '' }, get }: LoadContext) =>
  get(noticeQuery(municipality, token));

/** What comes of a notice, for whoever holds its link. */
export default function NoticePage() {
  const { t } = useTranslation('redress');
  const { slug, language } = useMunicipality();
  const { token = '' } = useParams();
  const notice = useSuspenseQuery(noticeQuery(slug, token)).data;
  const { mutateAsync } = useMutation(appealNotice(slug, token));
  const { number, state, outcome, answer, appealable } = notice;
  return (
    <Page title={t('follow.title', { number })} lead={t(`follow.state.${state}`)} width="text" hidden>
      {outcome ? (
        <Alert tone={outcome === 'acted' ? 'success' : 'info'} title={t(`follow.outcome.${outcome}`)}>
          {answer && <Prose text={answer} lang={language} />}
        </Alert>
      ) : (
        notice.dueAt && (
          <p>
            {t('follow.due')} <Time at={notice.dueAt} style="moment" />.
          </p>
        )
      )}
      <ol className="mv-steps-done" aria-label={t('follow.steps')}>
        <li>
          {t('follow.receivedAt')} <Time at={notice.receivedAt} style="moment" />
        </li>
        {notice.seenAt && (
          <li>
            {t('follow.seenAt')} <Time at={notice.seenAt} style="moment" />
          </li>
        )}
        {notice.decidedAt && (
          <li>
            {t('follow.decidedAt')} <Time at={notice.decidedAt} style="moment" />
          </li>
        )}
      </ol>
      {appealable && <AppealPanel appealable={appealable} onAppeal={(body) => mutateAsync(body)} />}
      <section className="mv-flow" aria-labelledby="said">
        <Heading level={2} size="xs" id="said">
          {t('follow.said')}
        </Heading>
        <Facts
          items={{
            [t('notice.location')]: notice.reference ?? notice.location,
            [t('notice.reason')]: t(`codes.${notice.reasonCode}`),
          }}
        />
        <blockquote className="mv-judged-text">
          <Prose text={notice.text} lang={notice.language} />
        </blockquote>
      </section>
      <p className="mv-note">{t('follow.keep')}</p>
    </Page>
  );
}
