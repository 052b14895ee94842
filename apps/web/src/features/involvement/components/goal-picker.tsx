import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { FieldError, fieldId, type FieldBase } from '../../../ui/field.js';
import { Icon } from '../../../ui/icon.js';
import { goalChoicesQuery, policyChoicesQuery } from '../api/choices.js';
import type { RecordValues } from '../record-values.js';
import { CompactSelect } from './compact-select.js';

type Goals = RecordValues['goals'];

/** Goals of one policy at a time; those chosen in others stay. */
export function GoalPicker({ label, value, onChange, problem }: FieldBase<Goals>) {
  const { t } = useTranslation('involvement-staff');
  const { slug, language } = useMunicipality();
  const { items: policies } = useSuspenseQuery(policyChoicesQuery(slug)).data;
  const [policy, setPolicy] = useState('');
  const { data: tree } = useQuery({ ...goalChoicesQuery(slug, policy), enabled: policy !== '' });
  const without = (goalId: string) => value.filter(({ id }) => id !== goalId);
  return (
    <fieldset className="mv-record-rows" id={fieldId('goalIds')} tabIndex={-1}>
      <legend className="ds-label" data-weight="medium">
        {label} <span className="mv-optional">{t('app:form.optional')}</span>
      </legend>
      <p className="mv-note">{t('record.goalsHint')}</p>
      {value.length === 0 ? (
        <p>{t('record.goalsNone')}</p>
      ) : (
        <ul className="mv-chosen" lang={language}>
          {value.map(({ id, label: goal }) => (
            <li key={id}>
              <button
                type="button"
                className="mv-chip"
                aria-label={t('record.goalsRemove', { goal })}
                onClick={() => onChange(without(id))}
              >
                {goal} <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <CompactSelect
        name="goals-policy"
        label={t('record.goalsPolicy')}
        empty={t('record.goalsChoose')}
        value={policy}
        onChange={setPolicy}
        options={policies.map((each) => ({ value: each.slug, label: each.title }))}
      />
      {tree && tree.slug === policy && (
        <div className="mv-goal-choices" role="group" aria-label={tree.title} lang={tree.language}>
          {tree.goals.map(({ id, number, title, level }) => {
            const goal = [number, title].filter(Boolean).join(' ');
            return (
              <div key={id} className="mv-check" data-level={Math.min(level, 4)}>
                <input
                  className="ds-input"
                  type="checkbox"
                  id={`goal-${id}`}
                  checked={value.some((chosen) => chosen.id === id)}
                  onChange={({ target }) =>
                    onChange(target.checked ? [...value, { id, label: goal }] : without(id))
                  }
                />
                <label className="ds-label" data-weight="regular" htmlFor={`goal-${id}`}>
                  {goal}
                </label>
              </div>
            );
          })}
        </div>
      )}
      <FieldError name="goalIds" problem={problem} />
    </fieldset>
  );
}
