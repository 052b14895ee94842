import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Time } from '../../../ui/time.js';
import type { Trail } from '../api/trails.js';
import type { StageKind, TrailStep } from '../trail.js';
import { StepBody } from './way.js';

export interface Told {
  kind: Exclude<StageKind, 'said'>;
  /** null: only the fact is known. */
  at: string | null;
  body: ReactNode;
}

/** What came of it elsewhere, step by step, for a page that tells the rest itself. */
export const storyOf = (trail: Trail | undefined): Told[] => {
  const here = trail?.steps[0]?.path;
  return (trail?.steps ?? []).flatMap((step) =>
    step.kind === 'said' || step.path === here
      ? []
      : [{ kind: step.kind, at: step.at, body: <StoryStep step={step} /> }],
  );
};

function StoryStep({ step }: { step: TrailStep }) {
  const { t } = useTranslation('insights');
  return (
    <>
      <p>
        {/* The proposal has an answer of its own beside that. */}
        <strong>{t(`stage.${step.kind === 'answered' ? 'answeredThere' : step.kind}`)}</strong>{' '}
        {step.at && (
          <span className="mv-note">
            <Time at={step.at} />
          </span>
        )}
      </p>
      <StepBody step={step} dated={false} />
    </>
  );
}
