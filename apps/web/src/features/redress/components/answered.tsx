import type { ReactNode } from 'react';
import { useMunicipality } from '../../../lib/municipality.js';
import { Alert, type Tone } from '../../../ui/alert.js';
import { Prose } from '../../../ui/prose.js';
import { Time } from '../../../ui/time.js';

interface AnsweredProps {
  title: string;
  tone: Tone;
  text: string | null;
  by?: string | null;
  at: string | null;
  children?: ReactNode;
}

/** How a case ended, with the reasons in the municipality's language. */
export function Answered({ title, tone, text, by, at, children }: AnsweredProps) {
  const { language } = useMunicipality();
  return (
    <Alert tone={tone} title={title}>
      {text && <Prose text={text} lang={language} />}
      <p className="mv-note">
        {by && `${by} · `}
        {at && <Time at={at} style="moment" />}
      </p>
      {children}
    </Alert>
  );
}
