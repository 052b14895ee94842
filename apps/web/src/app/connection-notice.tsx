import { useTranslation } from '../i18n/use-translation.js';
import { useConnected } from '../lib/live.js';
import { Icon } from '../ui/icon.js';

export function ConnectionNotice() {
  const { t } = useTranslation();
  const connected = useConnected();
  return (
    <div className="mv-connection" role="status">
      {!connected && (
        <p>
          <Icon name="warning" /> {t('offline')}
        </p>
      )}
    </div>
  );
}
