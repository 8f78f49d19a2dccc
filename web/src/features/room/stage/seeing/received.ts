import type { Layout, Receive } from './seeing';

interface Wish {
  layout: Layout;
  receive: Receive;
  /** Who is shown large: pinned or speaking. */
  big: string | null;
  /** Everyone on this page, or in the strip. */
  shown: readonly string[];
}

/** Whose picture is sent to this page. Sound is not touched: everyone is heard in every layout. */
export function received({ layout, receive, big, shown }: Wish): string[] {
  if (receive === 'audio') return [];
  const large = big === null ? [] : [big];
  if (receive === 'speaker' || layout === 'calm') return large;
  return [...new Set([...large, ...shown])];
}
