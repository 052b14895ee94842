/** Somebody's plain text with its paragraphs, in its own language. */
export function Prose({ text, lang }: { text: string; lang?: string }) {
  return (
    <div className="mv-prose" lang={lang}>
      {text.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
