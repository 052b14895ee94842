/**
 * Runs `work` soon after it is wanted, once for a burst of wishes, never twice at the same time. The delay differs
 * from page to page, so that hundreds of them do not ask in the same instant.
 */
export class Coalesced {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private wanted = false;
  private failures = 0;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly delay: () => number = () => 100 + Math.random() * 300,
  ) {}

  want = (): void => {
    if (this.running) this.wanted = true;
    else this.timer ??= setTimeout(() => void this.run(), this.delay());
  };

  /** The way is free again: what was put off is not waited for. */
  again = (): void => {
    this.failures = 0;
    this.stop();
    this.want();
  };

  stop = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
  };

  private async run(): Promise<void> {
    this.timer = undefined;
    this.running = true;
    this.wanted = false;
    try {
      await this.work();
      this.failures = 0;
    } catch {
      // Out of reach: what was missed is asked for again, ever more rarely.
      this.failures++;
      this.timer = setTimeout(() => void this.run(), Math.min(60_000, 1000 * 2 ** this.failures));
    }
    this.running = false;
    if (this.wanted && this.timer === undefined) this.want();
  }
}
