import { Component, Suspense, type ReactNode } from 'react';

/** What is fetched when it is wanted and can be done without: out of reach, the page goes on as if it were not there. */
export class Optional extends Component<{ children: ReactNode }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render() {
    return !this.state.failed && <Suspense>{this.props.children}</Suspense>;
  }
}
