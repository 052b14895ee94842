import type { Contribution } from '../api/report.js';
import { AppealNote } from './appeal-note.js';
import { ModerateActions } from './moderate-actions.js';
import { ReportButton } from './report-button.js';

interface ContributionActionsProps extends Contribution {
  municipality: string;
  /** "K-12". */
  reference: string;
  author: { name: string; me: boolean } | null;
  hidden: boolean;
  can: { report: boolean; moderate: boolean };
}

/** All that moderation adds to a contribution where it stands: to report it, to moderate it, and to complain. */
export function ContributionActions(props: ContributionActionsProps) {
  const { kind, id, municipality, reference, author, hidden, can } = props;
  return (
    <>
      {can.report && (
        <ReportButton
          kind={kind}
          id={id}
          municipality={municipality}
          reference={reference}
          author={author?.name ?? null}
        />
      )}
      {can.moderate && (
        <ModerateActions kind={kind} id={id} municipality={municipality} reference={reference} />
      )}
      {hidden && author?.me && <AppealNote />}
    </>
  );
}
