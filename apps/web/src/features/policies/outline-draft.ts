import type { Schema } from '@medvind/api-client';
import { toProblem, type ApiProblem } from '../../lib/api-problem.js';
import { keyed, outlineInput, type DraftPolicy } from './outline-editing.js';

type ImportView = Schema<'PolicyImportView'>;
export type Save = (input: Schema<'PolicyImportInput'>) => Promise<ImportView>;

export interface DraftState {
  policies: DraftPolicy[];
  /**
   * `refused`: something must be mended first (`problem`); `unreachable`: tried again; `overtaken`: somebody else, or
   * another tab, saved meanwhile, and one chooses.
   */
  status: 'saved' | 'unsaved' | 'saving' | 'refused' | 'unreachable' | 'overtaken';
  problem: ApiProblem | undefined;
  canUndo: boolean;
}

const REST = 900;
const AGAIN = 5000;
const MOST_STEPS = 200;

const opened = ({ policies }: ImportView): DraftPolicy[] =>
  policies.map((policy) => ({ ...policy, nodes: keyed(policy.nodes, policy.key) }));

/** An outline while it is edited: saves by itself when the fingers rest, knows the way back, loses nothing. */
export class OutlineDraft {
  state: DraftState;
  private revision: number;
  private past: DraftPolicy[][] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    view: ImportView,
    public save: Save,
  ) {
    this.revision = view.revision;
    this.state = { policies: opened(view), status: 'saved', problem: undefined, canUndo: false };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): DraftState => this.state;

  change = (next: (policies: DraftPolicy[]) => DraftPolicy[]): void => {
    const policies = next(this.state.policies);
    if (policies === this.state.policies) return;
    this.past = [...this.past.slice(1 - MOST_STEPS), this.state.policies];
    this.edit(policies);
  };

  changePolicy = (key: string, change: (policy: DraftPolicy) => Partial<DraftPolicy>): void =>
    this.change((policies) =>
      policies.map((policy) => (policy.key === key ? { ...policy, ...change(policy) } : policy)),
    );

  undo = (): void => {
    const before = this.past.pop();
    if (before) this.edit(before);
  };

  /** Saves what is not saved yet. True when all of it is. */
  flush = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    while (this.saving) await this.saving;
    if (this.state.status === 'saved') return true;
    await this.run();
    return (this.state as DraftState).status === 'saved';
  };

  get savedRevision(): number {
    return this.revision;
  }

  /** After having been overtaken: one's own version stands. */
  keepMine = (): Promise<boolean> => {
    const { revision } = this.state.problem?.details ?? {};
    if (typeof revision === 'number') this.revision = revision;
    return this.flush();
  };

  /** What would be lost with the page, and with what it was made on; null when nothing would. */
  get unsaved(): { revision: number; policies: DraftPolicy[] } | null {
    return this.state.status === 'saved' ? null : { revision: this.revision, policies: this.state.policies };
  }

  /** Goes on where a page that was left had stopped. */
  resume = ({ revision, policies }: { revision: number; policies: DraftPolicy[] }): void => {
    this.revision = revision;
    this.change(() => policies);
  };

  /** After having been overtaken: the other version stands, and this one is kept nowhere. */
  giveUp = (): void => this.put({ status: 'saved' });

  stop = (): void => clearTimeout(this.timer);

  private edit(policies: DraftPolicy[]) {
    this.put({ policies, ...(this.state.status !== 'overtaken' && { status: 'unsaved' as const }) });
    if (this.state.status !== 'overtaken') this.wait(REST);
  }

  private wait(milliseconds: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), milliseconds);
  }

  private async run(): Promise<void> {
    // One at a time: a second save would meet the revision the first has just made.
    if (this.saving) return this.wait(REST);
    this.saving = this.attempt();
    await this.saving;
    this.saving = undefined;
  }

  private async attempt(): Promise<void> {
    const { policies } = this.state;
    this.put({ status: 'saving' });
    try {
      const view = await this.save({ revision: this.revision, outline: outlineInput(policies) });
      this.revision = view.revision;
      const warnings = new Map(view.policies.map((policy) => [policy.key, policy.warnings]));
      const isCurrent = this.state.policies === policies;
      this.put({
        policies: this.state.policies.map((policy) => ({
          ...policy,
          warnings: warnings.get(policy.key) ?? [],
        })),
        status: isCurrent ? 'saved' : 'unsaved',
        problem: undefined,
      });
      if (!isCurrent) this.wait(REST);
    } catch (cause) {
      const problem = toProblem(cause);
      if (problem.code === 'changed-meanwhile') return this.put({ status: 'overtaken', problem });
      const passing = problem.status === 0 || problem.status >= 500;
      this.put({ status: passing ? 'unreachable' : 'refused', problem });
      if (passing) this.wait(AGAIN);
    }
  }

  private put(change: Partial<DraftState>) {
    this.state = { ...this.state, ...change, canUndo: this.past.length > 0 };
    for (const listener of this.listeners) listener();
  }
}
