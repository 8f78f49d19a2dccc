import { useCallback, useRef, useState } from 'react';

/** Whether a menu is open; closing it gives the focus back to its button. */
export function useMenu() {
  const [isOpen, setIsOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const toggle = useCallback(() => setIsOpen((was) => !was), []);
  const close = useCallback(() => {
    setIsOpen(false);
    anchor.current?.focus({ preventScroll: true });
  }, []);
  return { isOpen, anchor, toggle, close };
}
