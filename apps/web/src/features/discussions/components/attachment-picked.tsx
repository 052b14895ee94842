import { LIMITS, type FieldProblem } from '@medvind/contracts';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { toProblem, type ApiProblem } from '../../../lib/api-problem.js';
import { useEntering } from '../../../lib/entry.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Alert } from '../../../ui/alert.js';
import { Button } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { useFaultText, useProblemText } from '../../../ui/problem-text.js';
import { Progress } from '../../../ui/progress.js';
import { TextField } from '../../../ui/text-field.js';
import { uploadAttachment, type Attached } from '../api/attachment.js';
import { AttachmentView } from './attachment-view.js';

export interface AttachmentFieldProps {
  /** Among all forms of the page. */
  name: string;
  value: Attached | null;
  onChange: (value: Attached | null) => void;
  problems: readonly FieldProblem[];
  /** While it is being sent. */
  onBusy: (busy: boolean) => void;
}

interface AttachmentPickedProps extends AttachmentFieldProps {
  /** Chosen and not sent yet. */
  file: File | null;
  onFile: (file: File | null) => void;
  onChoose: () => void;
}

/** What was chosen, on its way and when it is there. */
export default function AttachmentPicked(props: AttachmentPickedProps) {
  const { name, value, problems, file, onFile, onChange } = props;
  const { t } = useTranslation('attachments');
  const { share, problem, again } = useUpload(props);
  const away = () => {
    onFile(null);
    onChange(null);
    // The button comes back in the place of the one that was pressed.
    setTimeout(() => document.getElementById(`${name}-attach`)?.focus());
  };
  const wait = problems.some(({ field, code }) => field === 'attachment' && code === 'invalid');
  if (file)
    return (
      <div className="mv-attach-picked">
        {problem ? (
          <UploadProblem {...props} problem={problem} onAgain={again} onAway={away} />
        ) : (
          <>
            <UploadProgress share={share} name={file.name} />
            {wait && (
              <Alert tone="warning" live>
                {t('wait')}
              </Alert>
            )}
            <Button variant="tertiary" size="sm" onClick={away}>
              {t('cancel')}
            </Button>
          </>
        )}
      </div>
    );
  if (!value) return null;
  const gone = problems.some(({ field }) => field === 'attachment') && !wait;
  const faultOf = problems.find(({ field }) => field === 'attachment.alt');
  return (
    <div className="mv-attach-picked">
      <p className="ds-sr-only" role="status">
        {t('sent', { name: value.fileName })}
      </p>
      {gone && (
        <Alert tone="danger" live>
          {t('gone')}
        </Alert>
      )}
      <AttachmentView attachment={{ ...value, alt: '' }} />
      {value.kind === 'image' && (
        <>
          {!value.decorative && (
            <TextField
              name={`${name}-alt`}
              label={t('alt')}
              hint={t('altHint')}
              value={value.alt}
              problem={
                faultOf ??
                (value.alt.length > LIMITS.alt.max
                  ? { field: 'attachment.alt', code: 'too-long', limits: { max: LIMITS.alt.max } }
                  : undefined)
              }
              onChange={(alt) => onChange({ ...value, alt })}
            />
          )}
          <Checkbox
            name={`${name}-decorative`}
            label={t('decorative')}
            value={value.decorative}
            onChange={(decorative) => onChange({ ...value, decorative })}
          />
        </>
      )}
      <p className="mv-note">{t('keeps')}</p>
      <Button variant="tertiary" size="sm" onClick={away}>
        {t('remove')}
      </Button>
    </div>
  );
}

function UploadProgress({ share, name }: { share: number; name: string }) {
  const { t } = useTranslation('attachments');
  const { percent } = useFormat();
  return (
    <>
      <p className="ds-sr-only" role="status">
        {t('sending', { name })}
      </p>
      <p className="mv-attach-name">{t('sending', { name })}</p>
      <Progress value={share} max={1} label={t('percent', { percent: percent(share) })} />
    </>
  );
}

interface UploadProblemProps extends AttachmentPickedProps {
  problem: ApiProblem;
  onAgain: () => void;
  onAway: () => void;
}

function UploadProblem({ problem, onAgain, onAway, onChoose }: UploadProblemProps) {
  const { t } = useTranslation('attachments');
  const faultText = useFaultText();
  const problemText = useProblemText();
  const [fault] = problem.fields;
  const seconds = Number(problem.details.retryAfterSeconds ?? 0);
  const text =
    fault?.code === 'file-too-large'
      ? t('tooLarge')
      : fault
        ? faultText(fault)
        : seconds > 60
          ? t('later', { count: Math.ceil(seconds / 60) })
          : problemText(problem);
  return (
    <>
      <Alert tone="danger" live>
        {text}
      </Alert>
      <div className="mv-actions">
        {!fault && (
          <Button variant="secondary" size="sm" onClick={onAgain}>
            {t('again')}
          </Button>
        )}
        <Button variant="secondary" size="sm" onClick={onChoose}>
          {t('other')}
        </Button>
        <Button variant="tertiary" size="sm" onClick={onAway}>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}

/** Sends what was chosen; whoever has to sign in is asked first, and the file waits. */
function useUpload({ file, onFile, onChange, onBusy }: AttachmentPickedProps) {
  const { slug } = useMunicipality();
  const enter = useEntering();
  const [share, setShare] = useState(0);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const send = useEffectEvent(async (chosen: File, signal: AbortSignal) => {
    setShare(0);
    setProblem(null);
    onBusy(true);
    try {
      const sent = await enter(() => uploadAttachment(slug, chosen, { signal, progress: setShare }));
      if (signal.aborted) return;
      onChange({ ...sent, decorative: false });
      onFile(null);
    } catch (cause) {
      if (!signal.aborted) setProblem(toProblem(cause));
    } finally {
      if (!signal.aborted) onBusy(false);
    }
  });
  const idle = useEffectEvent(() => onBusy(false));
  useEffect(() => {
    if (!file) return undefined;
    const controller = new AbortController();
    void send(file, controller.signal);
    return () => {
      controller.abort();
      idle();
    };
  }, [file, attempt]);
  return { share, problem, again: () => setAttempt(attempt + 1) };
}
