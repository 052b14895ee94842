import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { ApiProblem } from '../../../lib/api-problem.js';
import { Alert } from '../../../ui/alert.js';

/** What a colleague decided first, when one came too late. */
export function Decided({ problem }: { problem: ApiProblem | undefined }) {
  const { t } = useTranslation('moderation');
  const decided = problem?.details.decided as Schema<'DecisionSummary'> | null | undefined;
  if (problem?.code !== 'already-decided' || !decided) return null;
  const { action, moderator: name, reason } = decided;
  return (
    <Alert tone="info">
      <p>{t(`decided.${action}`, { name, reason })}</p>
    </Alert>
  );
}
