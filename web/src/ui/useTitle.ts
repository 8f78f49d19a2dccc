import { useEffect } from 'react';

/** The title of the browser tab: others may see it, so it never says anything clinical. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Rejoin` : 'Rejoin';
  }, [title]);
}
