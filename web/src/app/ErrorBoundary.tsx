import { Component, type ComponentType, type ReactNode } from 'react';

interface Props {
  Fallback: ComponentType<{ error: unknown }>;
  children: ReactNode;
}

/** What is shown in place of a part of the page that broke. */
export class ErrorBoundary extends Component<Props, { error: unknown; failed: boolean }> {
  override state = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }

  override render(): ReactNode {
    const { Fallback, children } = this.props;
    return this.state.failed ? <Fallback error={this.state.error} /> : children;
  }
}
