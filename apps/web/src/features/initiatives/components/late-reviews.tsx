import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { usePath } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { Link } from '../../../ui/link.js';

/** What should have been read before it is published, and was not in time: it stands in the moderators' queue. */
export function LateReviews({
  counts: { lateReviews, reviewBy, canReview },
}: {
  counts: Schema<'CaseCounts'>;
}) {
  const { t } = useTranslation('initiative-cases');
  const { date } = useFormat();
  const path = usePath();
  if (lateReviews === 0 || !reviewBy) return null;
  return (
    <Alert tone="warning" title={t('lateReviews.count', { count: lateReviews })}>
      {/* A deadline is the end of a day: a moment before it is still that day. */}
      <p>{t('lateReviews.oldest', { date: date(Date.parse(reviewBy) - 1) })}</p>
      {canReview && (
        <p>
          <Link to={path('moderation')}>{t('lateReviews.link')}</Link>
        </p>
      )}
    </Alert>
  );
}
