import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { Link } from '../../../ui/link.js';
import { templatesQuery, type Template } from '../api/answers.js';

/** Begins an answer with one that is prepared. */
export function TemplateChoice({ onChoose }: { onChoose: (template: Template) => void }) {
  const { t } = useTranslation('initiative-cases');
  const { slug, language } = useMunicipality();
  const path = usePath();
  const id = useId();
  const items = useQuery(templatesQuery(slug)).data?.items;
  if (!items) return null;
  const link = <Link to={path('staff', 'answer-templates')}>{t('templates.title')}</Link>;
  if (items.length === 0)
    return (
      <p className="mv-note">
        {t('templates.none')} {link}
      </p>
    );
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="medium" htmlFor={id}>
        {t('templates.choose')}
      </label>
      <select
        className="ds-input"
        id={id}
        value=""
        lang={language}
        onChange={({ target }) => {
          const template = items.find((item) => item.id === target.value);
          if (template) onChoose(template);
        }}
      >
        <option value="">{t('templates.begin')}</option>
        {items.map((template) => (
          <option key={template.id} value={template.id}>
            {template.title}
          </option>
        ))}
      </select>
      <p className="mv-note">{link}</p>
    </div>
  );
}

/** What is typed already is kept: the prepared text comes after it. */
export const joined = (typed: string, prepared: string): string =>
  typed.trim() === '' ? prepared : `${typed.trimEnd()}\n\n${prepared}`;
