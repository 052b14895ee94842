import { Component, type ReactNode } from 'react';
import { ApiProblem, toProblem } from '../lib/api-problem.js';

interface Props {
  /** Where we are; going elsewhere clears the error. */
  at: string;
  onRetry: () => void;
  fallback: (problem: ApiProblem, retry: () => void) => ReactNode;
  children: ReactNode;
}
interface State {
  problem: ApiProblem | null;
  /** Not the API's answer but a part of the page: missing after a new version was put up, or faulty. */
  ours: boolean;
  at: string;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { problem: null, ours: false, at: this.props.at };

  static getDerivedStateFromError(cause: unknown): Partial<State> {
    return { problem: toProblem(cause), ours: !(cause instanceof ApiProblem) };
  }

  static getDerivedStateFromProps({ at }: Props, state: State): Partial<State> | null {
    return at === state.at ? null : { at, problem: null };
  }

  retry = (): void => {
    if (this.state.ours) return window.location.reload();
    this.props.onRetry();
    this.setState({ problem: null });
  };

  override render(): ReactNode {
    const { problem } = this.state;
    return problem ? this.props.fallback(problem, this.retry) : this.props.children;
  }
}
