import { useEffect } from 'react';
import { useCovered } from '../lib/cover';

/** The title of the browser tab: others may see it, so it never says anything clinical. */
export function useTitle(title: string): void {
  const isCovered = useCovered();
  useEffect(() => {
    document.title = title && !isCovered ? `${title} · Rejoin` : 'Rejoin';
  }, [title, isCovered]);
}
