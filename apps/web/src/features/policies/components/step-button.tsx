import { Icon } from '../../../ui/icon.js';

interface StepButtonProps {
  id?: string;
  label: string;
  direction: 'up' | 'down' | 'left' | 'right';
  of: string;
  disabled: boolean;
  onClick: () => void;
}

/** An arrow with a name. Disabled it stays in reach, so that the focus is not lost at the end of the list. */
export function StepButton({ id, label, direction, of, disabled, onClick }: StepButtonProps) {
  return (
    <button
      type="button"
      id={id}
      className="ds-button mv-step"
      data-variant="tertiary"
      data-size="sm"
      data-icon="true"
      data-direction={direction}
      aria-label={`${label}: ${of}`}
      title={label}
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onClick()}
    >
      <Icon name="chevron" />
    </button>
  );
}
