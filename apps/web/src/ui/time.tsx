import { useFormat } from '../lib/format.js';
import type { DateStyle, Moment } from '../lib/intl.js';
import { useHydrated } from '../lib/use-hydrated.js';

interface TimeProps {
  at: Moment;
  /** `ago` counts from now; the date is in its title. */
  style?: DateStyle | 'ago';
}

export function Time({ at, style = 'date' }: TimeProps) {
  const { date, ago } = useFormat();
  // "Now" differs between the server and the browser, so the server gives the date.
  const hydrated = useHydrated();
  const relative = style === 'ago' && hydrated;
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={relative ? date(at, 'moment') : undefined}
      // The browser's and the server's calendars may differ by a kind of space.
      suppressHydrationWarning
    >
      {relative ? ago(at) : date(at, style === 'ago' ? 'date' : style)}
    </time>
  );
}
