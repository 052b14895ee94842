import { useTranslation } from '../../../i18n/use-translation.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Details } from '../../../ui/details.js';

export const KEYS = { next: 'j', previous: 'k', hide: 'h', keep: 'b', restore: 'g', open: 'o' } as const;
const SHOWN = ['next', 'previous', 'hide', 'keep', 'restore', 'open'] as const;

export function ShortcutHelp({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useTranslation('moderation');
  return (
    <Details summary={t('keys.title')}>
      <Checkbox name="shortcuts" label={t('keys.use')} value={on} onChange={onChange} hint={t('keys.off')} />
      <dl className="mv-keys">
        {SHOWN.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{KEYS[key]}</kbd>
            </dt>
            <dd>{t(`keys.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
