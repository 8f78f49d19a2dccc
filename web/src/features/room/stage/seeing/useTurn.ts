import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Layout } from './seeing';
import { patience } from './speaker';
import { TurnKeeper } from './turnKeeper';

const between = ' ';

/** Whose turn it is to be large, of those in this order. */
export function useTurn(order: readonly string[], speaking: readonly string[], layout: Layout): string | null {
  const [keeper] = useState(() => new TurnKeeper());
  const [all, heard] = [order.join(between), speaking.join(between)];
  const wait = layout === 'calm' ? patience.calm : patience.speaker;
  useEffect(() => {
    const ids = (joined: string) => (joined ? joined.split(between) : []);
    keeper.hear({ order: ids(all), speaking: new Set(ids(heard)), wait });
  }, [keeper, all, heard, wait]);
  useEffect(() => () => keeper.stop(), [keeper]);
  return useSyncExternalStore(keeper.subscribe, keeper.get);
}
