import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.js';
import { Icon } from './icon.js';

interface DialogProps {
  title: string;
  /** Escape, the cross, or a click beside it. */
  onClose: () => void;
  children: ReactNode;
}

/** Open while it is rendered. The browser keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // A layout effect ends while the dialog still stands: only then does closing it give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      className="ds-dialog"
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="mv-dialog-head">
        <h2 className="ds-heading" data-size="xs" id={heading}>
          {title}
        </h2>
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          data-color="neutral"
          data-icon="true"
          aria-label={t('close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="mv-flow">{children}</div>
    </dialog>
  );
}
