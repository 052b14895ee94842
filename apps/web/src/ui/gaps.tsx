import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../i18n/use-translation.js';
import { useFormat } from '../lib/format.js';
import { useMunicipality } from '../lib/municipality.js';
import { useAction } from './action.js';
import { Button } from './button.js';
import type { Gap } from '../lib/gaps.js';
import { emailLetterMutation } from '../lib/email-letter.js';

/** Conditions one does not meet, and how each is met. */
export default function Gaps({ gaps, title }: { gaps: Gap[]; title?: string }) {
  const { t } = useTranslation('initiative-life');
  return (
    <div className="mv-flow" role="note">
      <p>
        <strong>{title ?? t('gaps.title')}</strong>
      </p>
      <ul className="ds-list">
        {gaps.map((gap) => (
          <li key={gap.type}>
            <GapText gap={gap} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function GapText({ gap }: { gap: Gap }) {
  const { t } = useTranslation('initiative-life');
  const { t: words } = useTranslation('scheme');
  const { date, list } = useFormat();
  const { name } = useMunicipality();
  const { type, needed = 'none', groups = [], minAge = 0, from } = gap;
  if (type === 'evidence-needed' && needed !== 'none')
    return (
      <>
        {/* What is shown at the desk is worth as much as an eID, but for the highest. */}
        {t(`gaps.evidence-needed.${needed}`, { name })} {needed === 'email' && <Letter />}
      </>
    );
  if (type === 'group-needed')
    return t('gaps.group-needed', {
      groups: list(
        groups.map((group) => words(`group.${group}`)),
        'or',
      ),
    });
  if (type === 'too-young' && from) return t('gaps.too-young', { age: minAge, date: date(from) });
  return (
    <>
      {t('gaps.age-unknown', { age: minAge })} {t('gaps.atDesk', { name })}
    </>
  );
}

/** The letter whose link confirms the address. */
function Letter() {
  const { t } = useTranslation('initiative-life');
  const { slug } = useMunicipality();
  const [sent, setSent] = useState(false);
  const { mutateAsync } = useMutation(emailLetterMutation(slug));
  const send = useAction(async () => {
    await mutateAsync();
    setSent(true);
  });
  return sent ? (
    <strong role="status">{t('gaps.letterSent')}</strong>
  ) : (
    <Button variant="secondary" size="sm" busy={send.busy} onClick={send.act}>
      {t('gaps.letter')}
    </Button>
  );
}
