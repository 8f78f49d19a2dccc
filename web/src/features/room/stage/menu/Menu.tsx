import { createContext, type KeyboardEvent, type ReactNode, type RefObject, use, useEffect, useLayoutEffect, useRef } from 'react';
import classes from './Menu.module.css';
import { placeBeside } from './placeBeside';

const CloseMenu = createContext<(() => void) | null>(null);

/** Closes the menu that an entry stands in. */
export function useCloseMenu(): () => void {
  return use(CloseMenu) ?? (() => undefined);
}

interface Props {
  label: string;
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')].filter((item) => item.getClientRects().length > 0);
}

/** A menu over everything else, beside the button that opens it: arrows walk through it, Escape and a click elsewhere close it. */
export function Menu({ label, anchor, onClose, children }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element || !anchor.current) return;
    element.showPopover?.();
    placeBeside(element, anchor.current);
    itemsOf(element)[0]?.focus({ preventScroll: true });
  }, [anchor]);
  useEffect(() => {
    const away = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', away);
    window.addEventListener('resize', onClose);
    return () => {
      document.removeEventListener('pointerdown', away);
      window.removeEventListener('resize', onClose);
    };
  }, [anchor, onClose]);
  const press = (event: KeyboardEvent) => {
    // While the menu is open, its letters and arrows mean nothing to the room.
    if (event.key !== 'Tab') event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') return onClose();
    const items = menu.current ? itemsOf(menu.current) : [];
    const step = steps[event.key];
    if (!step || items.length === 0) return;
    event.preventDefault();
    items[step(items.indexOf(document.activeElement as HTMLElement), items.length)]?.focus();
  };
  return (
    <CloseMenu value={onClose}>
      <div ref={menu} popover="manual" className={classes.menu} role="menu" aria-label={label} tabIndex={-1} onKeyDown={press}>
        {children}
      </div>
    </CloseMenu>
  );
}

/** Entries that belong together; without any the title is not shown either. */
export function MenuGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={title} className={classes.group}>
      <p className={classes.title} aria-hidden>
        {title}
      </p>
      {children}
    </div>
  );
}

/** Several small entries side by side. */
export function MenuRow({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <div role={label ? 'group' : undefined} aria-label={label} className={classes.row}>
      {label && (
        <span className={classes.caption} aria-hidden>
          {label}
        </span>
      )}
      {children}
    </div>
  );
}
