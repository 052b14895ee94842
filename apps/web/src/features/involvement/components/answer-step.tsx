import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { reorderThemesMutation } from '../api/themes.js';
import { NewTheme } from './new-theme.js';
import { ThemeWork } from './theme-work.js';
import { useWorkChanged } from './use-work-changed.js';

/** Theme by theme, in the order residents will read them: the response and its publication. */
export function AnswerStep({ work }: { work: Schema<'WorkView'> }) {
  const { t } = useTranslation('involvement-staff');
  const { slug } = useMunicipality();
  const changed = useWorkChanged(work.id);
  const { mutateAsync } = useMutation(reorderThemesMutation(slug, work.id));
  const ids = work.themes.map(({ id }) => id);
  const move = async (from: number, to: number) => {
    const order = ids.toSpliced(from, 1).toSpliced(to, 0, ids[from]!);
    changed(await mutateAsync(order));
  };
  return (
    <div className="mv-involve-section">
      {work.themes.length === 0 && (
        <EmptyState title={t('themes.noneTitle')}>{t('themes.noneText')}</EmptyState>
      )}
      {work.themes.map((theme, index) => (
        <ThemeWork
          key={theme.id}
          work={work}
          theme={theme}
          onUp={index > 0 ? () => move(index, index - 1) : undefined}
          onDown={index < ids.length - 1 ? () => move(index, index + 1) : undefined}
        />
      ))}
      {work.state !== 'closed' && <NewTheme processId={work.id} />}
    </div>
  );
}
