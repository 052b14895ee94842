import { useLocation, useParams } from 'react-router';
import { processQuery } from '../../features/involvement/api/process.js';
import { ProcessBody } from '../../features/involvement/components/process-body.js';
import { Follow } from '../../features/notifications/components/follow.js';
import { useTranslation } from '../../i18n/use-translation.js';
import type { LoadContext } from '../../lib/page.js';
import { OpenDiscussion } from '../open-discussion.js';
import { loadOpened, ownPlace, useOpened } from '../opened-discussion.js';
import { loadDiscussion, SubjectDiscussion } from '../subject-discussion.js';

export const load = (context: LoadContext) => {
  const { municipality = '', processId = '' } = context.params;
  const spoken = async () => {
    const other = await loadOpened(context, `process:${processId}`);
    await loadDiscussion(context, `process:${processId}`, ownPlace(context.search, other));
  };
  return Promise.all([context.get(processQuery(municipality, processId)), spoken()]);
};

/** A process: what it asks, what was said under each theme, what is answered, and what is said of it. */
export default function ProcessPage() {
  const { t } = useTranslation('discussions');
  const { processId = '' } = useParams();
  const { search } = useLocation();
  const own = `process:${processId}` as const;
  const other = useOpened(own);
  return (
    <ProcessBody
      processId={processId}
      follow={<Follow kind="process" id={processId} />}
      discussion={
        <SubjectDiscussion
          of={own}
          place={ownPlace(new URLSearchParams(search), other)}
          title={t('ofProcess')}
        />
      }
      themeDiscussion={({ id, title, commentCount }) => (
        <OpenDiscussion of={`theme:${id}`} title={title} count={commentCount} opened={other} />
      )}
    />
  );
}
