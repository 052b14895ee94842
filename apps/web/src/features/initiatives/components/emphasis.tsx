/** A text of ours in which **a word** is stressed. */
export const Emphasis = ({ text }: { text: string }) => (
  <>{text.split('**').map((part, at) => (at % 2 === 1 ? <strong key={at}>{part}</strong> : part))}</>
);
