import type { ReactNode } from 'react';

export interface OutlineNode {
  id: string;
  /** As printed; never an identity. */
  number?: string | null;
  title: ReactNode;
  /** Under the title: counts, tags. */
  note?: ReactNode;
  children: OutlineNode[];
}

/** A tree of goals as nested lists: read in order, without a script. */
export function Outline({ nodes, label }: { nodes: OutlineNode[]; label?: string }) {
  return (
    <ol className="mv-outline" aria-label={label}>
      {nodes.map((node) => (
        <li key={node.id}>
          <div className="mv-outline-node">
            {node.number && <span className="mv-outline-number">{node.number}</span>}
            <div>
              <div className="mv-outline-title">{node.title}</div>
              {node.note && <div className="mv-note">{node.note}</div>}
            </div>
          </div>
          {node.children.length > 0 && <Outline nodes={node.children} />}
        </li>
      ))}
    </ol>
  );
}
