import type { Schema } from '@medvind/api-client';

type Block = Schema<'TextBlockView'>;

/** What somebody wrote, as the API took it apart, in its own language. Only elements are made of it, never markup. */
export function Blocks({ blocks, lang }: { blocks: readonly Block[]; lang?: string | undefined }) {
  return (
    <div className="mv-prose" lang={lang}>
      <Inside blocks={blocks} />
    </div>
  );
}

const Inside = ({ blocks = [] }: { blocks?: readonly Block[] | undefined }) =>
  blocks.map((block, index) => <One key={index} {...block} />);

function One({ type, parts = [], blocks, start }: Block) {
  if (type === 'list')
    return start === undefined ? (
      <ul>
        <Inside blocks={blocks} />
      </ul>
    ) : (
      <ol start={start}>
        <Inside blocks={blocks} />
      </ol>
    );
  if (type === 'item')
    return (
      <li>
        <Inside blocks={blocks} />
      </li>
    );
  if (type === 'quote')
    return (
      <blockquote className="mv-quoted">
        <Inside blocks={blocks} />
      </blockquote>
    );
  return (
    <p>
      {parts.map(({ text, href }, index) =>
        href ? (
          <a key={index} className="ds-link" href={href} rel="nofollow ugc noopener">
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </p>
  );
}
