import type { FieldProblem } from '@medvind/contracts';
import { memo, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Button } from '../../../ui/button.js';
import { fieldId } from '../../../ui/field.js';
import { Heading } from '../../../ui/heading.js';
import { Icon } from '../../../ui/icon.js';
import { Tag } from '../../../ui/tag.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { useToast } from '../../../ui/toast.js';
import type { OutlineDraft } from '../outline-draft.js';
import {
  added,
  countOf,
  dropped,
  edited,
  indented,
  merged,
  movedDown,
  movedUp,
  neighbourOf,
  nodeAt,
  outdented,
  possible,
  type DraftNode,
  type DraftPolicy,
  type Operation,
} from '../outline-editing.js';
import { StepButton } from './step-button.js';

interface DraftTreeProps {
  policy: DraftPolicy;
  draft: OutlineDraft;
  faults: ReadonlyMap<string, FieldProblem>;
}

/** The goals of a policy as they will hang; the chosen one can be corrected where it stands. */
export function DraftTree({ policy, draft, faults }: DraftTreeProps) {
  const { t } = useTranslation('imports');
  const toast = useToast();
  const [chosen, setChosen] = useState<string | null>(null);
  // A goal that is moved is drawn anew elsewhere; the focus goes on where it was.
  const landing = useRef<string | null>(null);
  const { key: policyKey, nodes, levels } = policy;

  // A fault is shown where it can be mended.
  const faulty = new Map<string, Map<string, FieldProblem>>();
  for (const [field, fault] of faults) {
    const node = field.startsWith('nodes.') ? nodeAt(nodes, field) : undefined;
    if (!node) continue;
    const of = faulty.get(node.key) ?? new Map<string, FieldProblem>();
    faulty.set(node.key, of.set(field.split('.').at(-1) ?? '', fault));
  }

  const apply = (operation: Operation, key: string) =>
    draft.changePolicy(policyKey, (now) => ({ nodes: operation(now.nodes, key) }));
  /** The operation takes the node away: one goes on with its neighbour, and so does the focus. */
  const applyLast = (operation: Operation, key: string, goOn: (neighbour: string | undefined) => void) => {
    const neighbour = neighbourOf(nodes, key)?.key;
    apply(operation, key);
    goOn(neighbour);
  };
  const add = (after: string | null) => {
    const grown = added(nodes, after, t('node.new'));
    draft.changePolicy(policyKey, () => ({ nodes: grown.nodes }));
    setChosen(grown.key);
  };
  const drop = (node: DraftNode) => {
    applyLast(dropped, node.key, (neighbour) => {
      setChosen(null);
      focusSoon(neighbour ? `row-${neighbour}` : `add-${policyKey}`);
    });
    toast({
      text: t('node.dropped', { count: countOf([node]) }),
      action: { label: t('edit.undo'), run: draft.undo },
    });
  };

  return (
    <section className="mv-flow" aria-label={t('node.goals')}>
      <Heading level={3} size="2xs">
        {t('node.goals')}
      </Heading>
      {nodes.length === 0 && <p className="mv-note">{t('node.none')}</p>}
      <Rows
        nodes={nodes}
        depth={1}
        levels={levels}
        chosen={chosen}
        faulty={faulty}
        onChoose={setChosen}
        editor={(node, depth) => (
          <NodeEditor
            key={node.key}
            node={node}
            can={possible(nodes, node.key)}
            level={levels[depth - 1] ?? t('node.level', { count: depth })}
            faults={faulty.get(node.key)}
            onEdit={(change) =>
              draft.changePolicy(policyKey, (now) => ({ nodes: edited(now.nodes, node.key, change) }))
            }
            landing={landing}
            onApply={(operation) => apply(operation, node.key)}
            onMerge={() => applyLast(merged, node.key, (neighbour) => setChosen(neighbour ?? null))}
            onDrop={() => drop(node)}
            onAdd={() => add(node.key)}
            onClose={() => setChosen(null)}
          />
        )}
      />
      <div className="mv-actions">
        <Button id={`add-${policyKey}`} variant="secondary" size="sm" icon="plus" onClick={() => add(null)}>
          {t('node.add')}
        </Button>
      </div>
    </section>
  );
}

interface RowsProps {
  nodes: DraftNode[];
  depth: number;
  levels: string[];
  chosen: string | null;
  faulty: ReadonlyMap<string, unknown>;
  onChoose: (key: string | null) => void;
  editor: (node: DraftNode, depth: number) => React.ReactNode;
}

const Rows = memo(function Rows(props: RowsProps) {
  const { nodes, depth, levels, chosen, faulty, onChoose, editor } = props;
  const { t } = useTranslation('imports');
  if (nodes.length === 0) return null;
  return (
    <ol className="mv-outline">
      {nodes.map((node) => (
        <li key={node.key}>
          {chosen === node.key || faulty.has(node.key) ? (
            editor(node, depth)
          ) : (
            <button
              type="button"
              className="mv-draft-row"
              id={`row-${node.key}`}
              aria-expanded={false}
              onClick={() => onChoose(node.key)}
            >
              {node.number && <span className="mv-outline-number">{node.number}</span>}
              <span className="mv-draft-title">{node.title}</span>
              <span className="mv-note">{levels[depth - 1] ?? t('node.level', { count: depth })}</span>
              {node.titleProposed && (
                <Tag color="info" icon="info">
                  {t('node.proposed')}
                </Tag>
              )}
              {node.text && (
                <span className="mv-note">
                  <Icon name="document" />
                  <span className="ds-sr-only">{t('node.hasText')}</span>
                </span>
              )}
            </button>
          )}
          <Rows {...props} nodes={node.children} depth={depth + 1} />
        </li>
      ))}
    </ol>
  );
});

interface NodeEditorProps {
  node: DraftNode;
  can: ReturnType<typeof possible>;
  level: string;
  faults: ReadonlyMap<string, FieldProblem> | undefined;
  onEdit: (change: Partial<DraftNode>) => void;
  landing: RefObject<string | null>;
  onApply: (operation: Operation) => void;
  onMerge: () => void;
  onDrop: () => void;
  onAdd: () => void;
  onClose: () => void;
}

function NodeEditor({
  node,
  can,
  level,
  faults,
  landing,
  onEdit,
  onApply,
  onMerge,
  onDrop,
  onAdd,
  onClose,
}: NodeEditorProps) {
  const { t } = useTranslation('imports');
  const { key, title, number, text, titleProposed } = node;
  const name = (field: string) => `goal-${key}-${field}`;
  useEffect(() => {
    const field = document.getElementById(landing.current ?? fieldId(name('title')));
    landing.current = null;
    field?.focus();
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
    // Only when it opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const close = () => {
    onClose();
    // The row takes the place of the editor, and the focus with it.
    focusSoon(`row-${key}`);
  };
  const steps = [
    {
      direction: 'left',
      label: t('node.outdent'),
      operation: outdented,
      allowed: can.outdent,
      keys: 'ArrowLeft',
    },
    {
      direction: 'right',
      label: t('node.indent'),
      operation: indented,
      allowed: can.indent,
      keys: 'ArrowRight',
    },
    { direction: 'up', label: t('node.up'), operation: movedUp, allowed: can.up, keys: 'ArrowUp' },
    { direction: 'down', label: t('node.down'), operation: movedDown, allowed: can.down, keys: 'ArrowDown' },
  ] as const;
  const move = (operation: Operation, from: string | undefined) => {
    landing.current = from ?? null;
    onApply(operation);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey && event.shiftKey && steps.find(({ keys }) => keys === event.key);
    if (event.key === 'Escape') close();
    if (!step) return;
    event.preventDefault();
    move(step.operation, document.activeElement?.id);
  };
  return (
    // The keys are a shortcut for the buttons within.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className="mv-draft-node" role="group" aria-label={`${level}: ${title}`} onKeyDown={onKeyDown}>
      <div className="mv-draft-toolbar">
        <strong>{level}</strong>
        <span className="mv-draft-steps">
          {steps.map(({ direction, label, operation, allowed }) => (
            <StepButton
              key={direction}
              direction={direction}
              label={label}
              of={title}
              disabled={!allowed}
              id={name(direction)}
              onClick={() => move(operation, name(direction))}
            />
          ))}
        </span>
      </div>
      <div className="mv-draft-line">
        <TextField
          name={name('number')}
          label={t('node.number')}
          value={number ?? ''}
          onChange={(value) => onEdit({ number: value || null })}
          problem={faults?.get('number')}
          optional
        />
        <TextArea
          name={name('title')}
          label={t('node.title')}
          hint={titleProposed ? t('node.proposedHint') : undefined}
          value={title}
          onChange={(value) => onEdit({ title: value.replace(/\n/g, ' '), titleProposed: false })}
          problem={faults?.get('title')}
          rows={1}
        />
      </div>
      <TextArea
        name={name('text')}
        label={t('node.text')}
        value={text}
        onChange={(value) => onEdit({ text: value })}
        problem={faults?.get('text')}
        optional
        rows={3}
      />
      <div className="mv-actions">
        <Button size="sm" onClick={close}>
          {t('node.close')}
        </Button>
        <Button size="sm" variant="secondary" disabled={!can.merge} onClick={onMerge}>
          {t('node.merge')}
        </Button>
        <Button size="sm" variant="secondary" onClick={onAdd}>
          {t('node.addAfter')}
        </Button>
        <Button size="sm" variant="tertiary" color="danger" onClick={onDrop}>
          {t('node.drop')}
        </Button>
      </div>
    </div>
  );
}

/** Once what was changed is drawn. */
const focusSoon = (id: string) => requestAnimationFrame(() => document.getElementById(id)?.focus());
