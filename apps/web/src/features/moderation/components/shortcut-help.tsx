import { useTranslation } from '../../../i18n/use-translation.js';
import { Checkbox } from '../../../ui/checkbox.js';

export const KEYS = {
  next: 'j',
  previous: 'k',
  hide: 'h',
  keep: 'b',
  remove: 'f',
  edit: 'e',
  move: 'm',
  restore: 'g',
  select: 'x',
  claim: 'c',
  undo: 'u',
  open: 'o',
  help: '?',
} as const;
const SHOWN = Object.keys(KEYS) as (keyof typeof KEYS)[];

interface ShortcutHelpProps {
  on: boolean;
  onChange: (on: boolean) => void;
  open: boolean;
  onToggle: (open: boolean) => void;
}

export function ShortcutHelp({ on, onChange, open, onToggle }: ShortcutHelpProps) {
  const { t } = useTranslation('moderation');
  return (
    <details
      className="ds-details"
      data-color="neutral"
      open={open}
      onToggle={({ currentTarget }) => onToggle(currentTarget.open)}
    >
      <summary id="shortcuts">{t('keys.title')}</summary>
      <div className="mv-flow">
        <Checkbox
          name="shortcuts"
          label={t('keys.use')}
          value={on}
          onChange={onChange}
          hint={t('keys.off')}
        />
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
      </div>
    </details>
  );
}
