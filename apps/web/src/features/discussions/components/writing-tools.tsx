import type { Schema } from '@medvind/api-client';
import { LANGUAGES, type Language } from '@medvind/contracts';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Select } from '../../../ui/select.js';
import { TextField } from '../../../ui/text-field.js';
import { asLink, asLines, type Marked } from '../marking.js';
import type { WritingToolsProps } from '../written.js';

const TYPES: Schema<'CommentType'>[] = ['works', 'doesnt_work', 'need', 'idea', 'question'];
const CHANNELS: Schema<'Channel'>[] = ['web', 'meeting', 'paper', 'phone'];

/** What one can say of what one writes, and the few marks it can have. */
export default function WritingTools({ form, name, textArea, editing, keysIn }: WritingToolsProps) {
  const { t } = useTranslation('discussions-writing');
  const mark = (how: (text: string, from: number, to: number) => Marked) => () => {
    const field = document.getElementById(textArea);
    if (!(field instanceof HTMLTextAreaElement)) return;
    const { text, from, to } = how(field.value, field.selectionStart, field.selectionEnd);
    form.set('body', text);
    // Once the field holds it.
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(from, to);
    });
  };
  const tools = {
    list: asLines('- '),
    quote: asLines('> '),
    link: asLink(t('tools.words')),
  };
  return (
    <div className="mv-writing">
      <div className="mv-writing-tools" role="group" aria-label={t('tools.label')}>
        {(['list', 'link', 'quote'] as const).map((tool) => (
          <button
            key={tool}
            type="button"
            className="ds-button"
            data-variant="tertiary"
            data-size="sm"
            aria-controls={textArea}
            onClick={mark(tools[tool])}
          >
            {t(`tools.${tool}`)}
          </button>
        ))}
        <span className="mv-note">{t('tools.help')}</span>
      </div>
      <div className="mv-writing-choices">
        <Select
          {...form.field('type', t('type'))}
          name={`${name}-type`}
          onChange={(chosen) => form.set('type', chosen as Schema<'CommentType'> | '')}
          optional
          placeholder={t('typeNone')}
          options={TYPES.map((value) => ({ value, label: t(`discussions:type.${value}`) }))}
        />
        <Select
          {...form.field('language', t('language'))}
          name={`${name}-language`}
          onChange={(chosen) => form.set('language', chosen as Language | '')}
          optional
          {...(!editing && { placeholder: t('languageDetected') })}
          options={LANGUAGES.map((value) => ({ value, label: t(`discussions:languages.${value}`) }))}
        />
        {keysIn && !editing && (
          <Select
            {...form.field('channel', t('channel'))}
            name={`${name}-channel`}
            onChange={(chosen) => form.set('channel', chosen as Schema<'Channel'>)}
            options={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
          />
        )}
        {keysIn && !editing && form.values.channel !== 'web' && (
          <TextField
            {...form.field('speaker', t('speaker'))}
            name={`${name}-speaker`}
            optional
            hint={t('speakerHint')}
          />
        )}
      </div>
    </div>
  );
}
