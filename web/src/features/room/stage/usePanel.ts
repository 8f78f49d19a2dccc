import { useCallback, useRef, useState } from 'react';
import type { PanelName } from '../panels/panels';

/** Which panel is open; closing it gives the focus back to what opened it. */
export function usePanel() {
  const [panel, setPanel] = useState<PanelName | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const close = useCallback(() => {
    setPanel(null);
    opener.current?.focus();
    opener.current = null;
  }, []);
  const toggle = useCallback((name: PanelName) => {
    if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
    setPanel((open) => (open === name ? null : name));
  }, []);
  return { panel, toggle, close };
}
