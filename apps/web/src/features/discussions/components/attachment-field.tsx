import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';
import { Loading } from '../../../ui/loading.js';
import type { AttachmentFieldProps } from './attachment-picked.js';

const IMAGES = 'image/jpeg,image/png,image/webp';

// Most comments are words.
const AttachmentPicked = lazy(() => import('./attachment-picked.js'));

/** One picture or document, sent while one goes on writing. */
export default function AttachmentField(props: AttachmentFieldProps) {
  const { t } = useTranslation('discussions');
  const [file, setFile] = useState<File | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const inputOf = (ref: typeof chooser, capture?: 'environment') => (
    <input
      ref={ref}
      type="file"
      hidden
      accept={capture ? IMAGES : `${IMAGES},application/pdf`}
      capture={capture}
      onChange={({ target }) => {
        setFile(target.files?.[0] ?? null);
        // The same file again, after it was taken away, is a choice too.
        target.value = '';
      }}
    />
  );
  const choose = () => chooser.current?.click();
  return (
    <>
      {inputOf(chooser)}
      {inputOf(camera, 'environment')}
      {file || props.value ? (
        <Suspense fallback={<Loading />}>
          <AttachmentPicked {...props} file={file} onFile={setFile} onChoose={choose} />
        </Suspense>
      ) : (
        <>
          <Button variant="tertiary" size="sm" icon="plus" id={`${props.name}-attach`} onClick={choose}>
            {t('attachment.choose')}
          </Button>
          <Button
            variant="tertiary"
            size="sm"
            className="ds-button mv-attach-camera"
            onClick={() => camera.current?.click()}
          >
            {t('attachment.photo')}
          </Button>
        </>
      )}
    </>
  );
}
