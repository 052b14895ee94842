/** From the command to the first answer. */
export default async function ({ starts: [first, again], report }) {
  report('start to ready, first time (database made, demonstration loaded)', `${Math.round(first)} ms`);
  report('start to ready, after that', `${Math.round(again)} ms`);
}
