import { useEffect, useRef } from 'react';

type Shortcuts = Record<string, () => unknown>;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

/** Single keys, only while nobody types and no dialog is open; Escape also leaves a field. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      if (document.querySelector('dialog[open], [role="dialog"][aria-modal="true"]')) return;
      const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const key = event.shiftKey && /^[a-z]$/.test(letter) ? `shift+${letter}` : letter;
      if (key !== 'Escape' && isTyping(event.target)) return;
      latest.current[key]?.();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
