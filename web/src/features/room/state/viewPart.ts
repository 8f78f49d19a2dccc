import type { RoomView } from '@rejoin/shared';
import { createContext, use, useLayoutEffect, useState, useSyncExternalStore } from 'react';

/** The view for parts that must not be drawn again with each change of it. */
class ViewStore {
  private readonly listeners = new Set<() => void>();

  constructor(private view: RoomView) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): RoomView => this.view;

  set(view: RoomView): void {
    if (this.view === view) return;
    this.view = view;
    for (const listener of this.listeners) listener();
  }
}

const StoreContext = createContext<ViewStore | null>(null);
export const ViewPartProvider = StoreContext.Provider;

/** One store for as long as the stage stands; it follows the view. */
export function useViewStore(view: RoomView): ViewStore {
  const [store] = useState(() => new ViewStore(view));
  useLayoutEffect(() => store.set(view), [store, view]);
  return store;
}

/** One value of the view: what uses it is drawn again only when this value changes. */
export function useViewPart<Part extends string | number | boolean | null | undefined>(select: (view: RoomView) => Part): Part {
  const store = use(StoreContext);
  if (!store) throw new Error('useViewPart belongs on the stage');
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
