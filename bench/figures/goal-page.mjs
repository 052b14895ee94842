import { kilobytes, median, requestsPerSecond } from '../support/measure.mjs';
import { weigh } from '../support/page-weight.mjs';

/** A goal's page as it is rendered, and what it weighs. */
export default async function ({ medvind, thread: { goal }, report }) {
  const url = `${medvind.url}/helsingor/goals/${goal}`;
  const html = await (await fetch(url)).text();
  const { script, style } = weigh(html);
  await requestsPerSecond({ url, duration: 2 });
  const perSecond = median([
    await requestsPerSecond({ url }),
    await requestsPerSecond({ url }),
    await requestsPerSecond({ url }),
  ]);
  report('a goal’s page rendered on the server', `${Math.round(perSecond)} /s`, '', null);
  report(
    'JavaScript a goal’s page needs before it reacts, gzip',
    kilobytes(script),
    '≤ 130 kB',
    script <= 130_000,
  );
  report('its CSS, gzip', kilobytes(style), '≤ 35 kB', style <= 35_000);
}
