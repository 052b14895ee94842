import type { Schema } from '@medvind/api-client';
import type { FieldProblem } from '@medvind/contracts';
import { useId, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useFormat } from '../../../lib/format.js';
import { Button } from '../../../ui/button.js';
import { Details } from '../../../ui/details.js';
import { FieldError } from '../../../ui/field.js';
import { Heading } from '../../../ui/heading.js';
import { Icon } from '../../../ui/icon.js';
import { Prose } from '../../../ui/prose.js';
import { Select } from '../../../ui/select.js';
import { Tag } from '../../../ui/tag.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import type { OutlineDraft } from '../outline-draft.js';
import { countOf, levelCounts, type DraftPolicy } from '../outline-editing.js';
import { DraftTree } from './draft-tree.js';
import { StepButton } from './step-button.js';

const TYPES: Schema<'PolicyType'>[] = ['policy', 'goals', 'rules', 'programme'];

interface DraftPolicyEditorProps {
  policy: DraftPolicy;
  draft: OutlineDraft;
  faults: ReadonlyMap<string, FieldProblem>;
  position: { first: boolean; last: boolean; only: boolean };
}

/** One policy of the document: what it says of itself, and its goals. */
export function DraftPolicyEditor({ policy, draft, faults, position }: DraftPolicyEditorProps) {
  const { t } = useTranslation('imports');
  const toast = useToast();
  const heading = useId();
  const [chosen, setOpen] = useState(position.only);
  const open = chosen || faults.size > 0;
  const { key, title, dropped, nodes, levels, warnings } = policy;
  const { number } = useFormat();
  const perLevel = levelCounts(nodes);

  const drop = () => {
    draft.changePolicy(key, () => ({ dropped: true }));
    toast({ text: t('policy.dropped', { title }), action: { label: t('edit.undo'), run: draft.undo } });
  };
  const move = (step: -1 | 1) =>
    draft.change((policies) => {
      const at = policies.findIndex((one) => one.key === key);
      return policies.toSpliced(at, 1).toSpliced(at + step, 0, policies[at]!);
    });

  return (
    <section className="mv-draft" aria-labelledby={heading} data-dropped={dropped || undefined}>
      <header className="mv-draft-head">
        <div>
          <Heading level={2} size="xs" id={heading}>
            {title || t('begun.untitled')}
          </Heading>
          <p className="mv-note">
            {perLevel.length > 1
              ? perLevel
                  .map(
                    (count, index) =>
                      `${levels[index] ?? t('node.level', { count: index + 1 })}: ${number(count)}`,
                  )
                  .join(' · ')
              : t('goalCount', { count: countOf(nodes) })}
            {dropped && (
              <>
                {' '}
                <Tag icon="close">{t('policy.leftOut')}</Tag>
              </>
            )}
          </p>
        </div>
        <div className="mv-actions">
          {dropped ? (
            <Button
              variant="secondary"
              size="sm"
              onClick={() => draft.changePolicy(key, () => ({ dropped: false }))}
            >
              {t('policy.bringBack')}
              <span className="ds-sr-only"> {title}</span>
            </Button>
          ) : (
            <>
              {!position.only && (
                <>
                  <Button variant="secondary" size="sm" aria-expanded={open} onClick={() => setOpen(!open)}>
                    {open ? t('policy.close') : t('policy.open')}
                    <span className="ds-sr-only"> {title}</span>
                  </Button>
                  <StepButton
                    label={t('node.up')}
                    direction="up"
                    disabled={position.first}
                    onClick={() => move(-1)}
                    of={title}
                  />
                  <StepButton
                    label={t('node.down')}
                    direction="down"
                    disabled={position.last}
                    onClick={() => move(1)}
                    of={title}
                  />
                </>
              )}
              {/* The only one is given up with the document. */}
              {!position.only && (
                <Button variant="tertiary" size="sm" color="danger" onClick={drop}>
                  {t('policy.drop')}
                  <span className="ds-sr-only"> {title}</span>
                </Button>
              )}
            </>
          )}
        </div>
      </header>
      {!dropped && <Warnings warnings={warnings} />}
      {!dropped && open && <Body policy={policy} draft={draft} faults={faults} />}
    </section>
  );
}

function Warnings({ warnings }: Pick<DraftPolicy, 'warnings'>) {
  const { t } = useTranslation('imports');
  const { list } = useFormat();
  if (warnings.length === 0) return null;
  return (
    <ul className="mv-warnings">
      {warnings.map(({ type, count, number, titles }, index) => (
        <li key={index}>
          <Icon name="warning" />{' '}
          {type === 'number-repeated'
            ? t('warning.number-repeated', {
                number,
                titles: list((titles ?? []).map((title) => `“${title}”`)),
              })
            : t(`warning.${type}`, { count: count ?? 0 })}
        </li>
      ))}
    </ul>
  );
}

function Body({ policy, draft, faults }: Omit<DraftPolicyEditorProps, 'position'>) {
  const { t } = useTranslation('imports');
  const { t: tPolicies } = useTranslation('policies');
  const { number } = useFormat();
  const { key, levels, nodes } = policy;
  const name = (field: string) => `policy-${key}-${field}`;
  const set = (change: Partial<DraftPolicy>) => draft.changePolicy(key, () => change);
  const counts = levelCounts(nodes);
  const named = Math.max(counts.length, levels.length, 1);
  const setLevel = (index: number, value: string) =>
    set({
      levels: withoutEnd(
        Array.from({ length: named }, (_, at) => (at === index ? value : (levels[at] ?? ''))),
      ),
    });
  return (
    <div className="mv-draft-body">
      <div className="mv-draft-fields">
        <TextField
          name={name('title')}
          label={t('policy.title')}
          value={policy.title}
          onChange={(title) => set({ title })}
          problem={faults.get('title')}
        />
        <Select
          name={name('type')}
          label={t('policy.type')}
          value={policy.type}
          onChange={(type) => set({ type: type as Schema<'PolicyType'> })}
          options={TYPES.map((value) => ({ value, label: tPolicies(`type.${value}`) }))}
        />
        <TextField
          name={name('validFrom')}
          label={t('policy.validFrom')}
          hint={t('policy.yearOrDay')}
          value={policy.validFrom ?? ''}
          onChange={(validFrom) => set({ validFrom: validFrom || null })}
          problem={faults.get('validFrom')}
          optional
        />
        <TextField
          name={name('validTo')}
          label={t('policy.validTo')}
          hint={t('policy.yearOrDay')}
          value={policy.validTo ?? ''}
          onChange={(validTo) => set({ validTo: validTo || null })}
          problem={faults.get('validTo')}
          optional
        />
      </div>
      <fieldset className="mv-levels">
        <legend className="ds-label" data-weight="medium">
          {t('policy.levels')}
        </legend>
        {Array.from({ length: named }, (_, index) => (
          <TextField
            key={index}
            name={name(`level-${index}`)}
            label={t('policy.level', { count: index + 1, goals: number(counts[index] ?? 0) })}
            value={levels[index] ?? ''}
            onChange={(value) => setLevel(index, value)}
            optional={index >= counts.length}
          />
        ))}
        <FieldError name={name('levels')} problem={faults.get('levels')} />
      </fieldset>
      <Details summary={t('policy.texts')} open={faults.has('summary') || faults.has('text')}>
        <TextArea
          name={name('summary')}
          label={t('policy.summary')}
          value={policy.summary}
          onChange={(summary) => set({ summary })}
          problem={faults.get('summary')}
          optional
          rows={3}
        />
        <TextArea
          name={name('text')}
          label={t('policy.text')}
          value={policy.text}
          onChange={(text) => set({ text })}
          problem={faults.get('text')}
          optional
          rows={6}
        />
        <FollowsAlong policy={policy} />
      </Details>
      <DraftTree policy={policy} draft={draft} faults={faults} />
    </div>
  );
}

const withoutEnd = (levels: string[]): string[] =>
  levels.slice(0, levels.findLastIndex((level) => level.trim() !== '') + 1);

/** What was found in the document besides, and is published with it as it is. */
function FollowsAlong({ policy }: { policy: DraftPolicy }) {
  const { t } = useTranslation('imports');
  const { number, list } = useFormat();
  const { sections, namedActionPlans, allocations, adoptedBy, adoptedOn, ownerUnit } = policy;
  const facts: [string, string][] = [
    [t('along.adopted'), [adoptedBy, adoptedOn].filter(Boolean).join(', ')],
    [t('along.owner'), ownerUnit ?? ''],
    [t('along.plans'), list(namedActionPlans.map(({ title }) => title))],
    [
      t('along.allocations'),
      list(
        allocations.map(
          ({ label, amount, currency }) =>
            `${label}: ${number(amount, { style: 'currency', currency, maximumFractionDigits: 0 })}`,
        ),
      ),
    ],
  ].filter(([, value]) => value) as [string, string][];
  if (facts.length + sections.length === 0) return null;
  return (
    <>
      <p className="mv-note">{t('along.title')}</p>
      {facts.length > 0 && (
        <dl className="mv-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {sections.map(({ title, text }, index) => (
        <div key={index} className="mv-flow">
          {title && <strong>{title}</strong>}
          <Prose text={text} />
        </div>
      ))}
    </>
  );
}
