import { useTranslation } from 'react-i18next';
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
