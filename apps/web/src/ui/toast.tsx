import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.js';
import { Icon } from './icon.js';

export interface Toast {
  text: string;
  tone?: 'success' | 'danger';
  /** E.g. to undo. */
  action?: { label: string; run: () => void };
}

const Show = createContext<(toast: Toast | string | null) => void>(() => undefined);

/** `const toast = useToast(); toast(t('comment.sent'))`: seen at the foot of the window, spoken politely; `toast(null)` takes it away. */
export const useToast = () => useContext(Show);

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Toast | null>(null);
  const show = useCallback(
    (toast: Toast | string | null) => setShown(typeof toast === 'string' ? { text: toast } : toast),
    [],
  );
  useEffect(() => {
    // What can be acted upon stays until it is dismissed.
    if (!shown || shown.action) return undefined;
    const timer = setTimeout(() => setShown(null), 6000);
    return () => clearTimeout(timer);
  }, [shown]);
  const { action } = shown ?? {};
  return (
    <Show value={show}>
      {children}
      <div className="mv-toasts" role="status" aria-live="polite">
        {shown && (
          <div className="mv-toast" data-color={shown.tone ?? 'success'}>
            <Icon name={shown.tone === 'danger' ? 'danger' : 'success'} />
            <span>{shown.text}</span>
            {action && (
              <button
                type="button"
                className="ds-button"
                data-variant="tertiary"
                data-size="sm"
                onClick={() => {
                  setShown(null);
                  action.run();
                }}
              >
                {action.label}
              </button>
            )}
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              data-size="sm"
              data-icon="true"
              aria-label={t('close')}
              onClick={() => setShown(null)}
            >
              <Icon name="close" />
            </button>
          </div>
        )}
      </div>
    </Show>
  );
}
