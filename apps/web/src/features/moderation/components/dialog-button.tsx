import { Suspense, useState, type ReactNode } from 'react';
import { Button, type ButtonProps } from '../../../ui/button.js';

interface DialogButtonProps extends Pick<ButtonProps, 'icon'> {
  label: ReactNode;
  /** The dialog; it may be fetched only now. */
  children: (onClose: () => void) => ReactNode;
}

/** One of a row of small buttons that open a dialog. */
export function DialogButton({ icon, label, children }: DialogButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="tertiary"
        color="neutral"
        size="sm"
        icon={icon}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {open && <Suspense>{children(() => setOpen(false))}</Suspense>}
    </>
  );
}
