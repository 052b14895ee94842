import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Blocks } from '../../../ui/blocks.js';
import { Button } from '../../../ui/button.js';
import { Heading } from '../../../ui/heading.js';
import type { IconName } from '../../../ui/icon.js';
import { Skeleton } from '../../../ui/loading.js';
import { Tag } from '../../../ui/tag.js';
import { Time } from '../../../ui/time.js';
import type { Initiative } from '../api/initiatives.js';

// Staff's, and few of those who read are staff.
const AnswerForm = lazy(() => import('./answer-form.js'));

/** The municipality has it, and everyone waits. */
const AWAITED: Initiative['state'][] = ['reached', 'handed-over', 'considered'];

type Outcome = NonNullable<Initiative['answer']>['outcome'];

const LOOKS: Record<Outcome, { icon: IconName; color: 'success' | 'info' | 'neutral' }> = {
  accepted: { icon: 'success', color: 'success' },
  partly: { icon: 'check', color: 'info' },
  declined: { icon: 'close', color: 'neutral' },
  answered: { icon: 'comment', color: 'info' },
  'considered-answered': { icon: 'check', color: 'neutral' },
  forwarded: { icon: 'chevron', color: 'info' },
  'outside-competence': { icon: 'chevron', color: 'neutral' },
};

export function Answer({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiatives');
  const { language } = useMunicipality();
  const [writing, setWriting] = useState(false);
  const { answer, can, state } = initiative;
  if (!answer && !can.answer && !AWAITED.includes(state)) return null;
  return (
    <section className="mv-answer mv-flow" aria-labelledby="answer">
      <Heading level={2} id="answer">
        {t('answer.title')}
      </Heading>
      {answer && !writing && (
        <>
          <p className="mv-kicker">
            <Tag {...LOOKS[answer.outcome]}>{t(`answer.outcome.${answer.outcome}`)}</Tag>
            <Time at={answer.answeredAt} />
          </p>
          <Blocks blocks={answer.blocks} lang={language} />
        </>
      )}
      {!answer && !writing && <p>{t('answer.waiting')}</p>}
      {can.answer &&
        (writing ? (
          <Suspense fallback={<Skeleton />}>
            <AnswerForm initiative={initiative} onClose={() => setWriting(false)} />
          </Suspense>
        ) : (
          <Button variant="secondary" onClick={() => setWriting(true)}>
            {t(answer ? 'answer.correct' : 'answer.give')}
          </Button>
        ))}
    </section>
  );
}
