import type { Schema } from '@medvind/api-client';
import { useTranslation } from '../../../i18n/use-translation.js';
import { usePath } from '../../../lib/municipality.js';
import { Link } from '../../../ui/link.js';
import { Outline, type OutlineNode } from '../../../ui/outline.js';
import { goalTree, type GoalNode } from '../goal-tree.js';

interface GoalOutlineProps {
  goals: readonly Schema<'GoalSummary'>[];
  /** By goal; those nobody has spoken of are left out. */
  comments: ReadonlyMap<string, number>;
  label: string;
  lang: string;
}

/** Goals as the document orders them, each with the number printed there and what is said below it. */
export function GoalOutline({ goals, comments, label, lang }: GoalOutlineProps) {
  const { t } = useTranslation('policies');
  const path = usePath();
  const node = ({ id, number, title, comments: said, children }: GoalNode): OutlineNode => ({
    id,
    number,
    title: (
      <Link to={path('goals', id)} lang={lang}>
        {title}
      </Link>
    ),
    note: said > 0 && t('comments', { count: said }),
    children: children.map(node),
  });
  return <Outline nodes={goalTree(goals, comments).map(node)} label={label} />;
}
