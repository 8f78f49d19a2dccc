import { describe, expect, it } from '@jest/globals';
import { sceneOf } from './scene';
import type { UsedSeeing } from './useSeeing';

const order = Array.from({ length: 12 }, (_, index) => `s${index}`);
const none = () => undefined;

function scene(chosen: Partial<UsedSeeing>, rest: Partial<Parameters<typeof sceneOf>[0]> = {}) {
  const seeing: UsedSeeing = {
    layout: 'grid',
    selfView: 'on',
    receive: 'all',
    choose: none,
    pinned: null,
    pin: none,
    page: 0,
    turnTo: none,
    receives: 'all',
    weak: null,
    ...chosen,
  };
  return sceneOf({ seeing, order, turn: 's5', isSmall: false, hasContent: false, hasSelf: true, ...rest });
}

describe('what is on the stage', () => {
  it('is nine pictures on a 13-inch screen with thirteen people, oneself among them', () => {
    expect(scene({})).toMatchObject({ big: null, pages: 2, shown: order.slice(0, 8), self: 'tile', wanted: order.slice(0, 8) });
    expect(scene({ page: 1 })).toMatchObject({ shown: order.slice(8), wanted: order.slice(8) });
  });

  it('is four pictures on a phone', () => {
    expect(scene({ selfView: 'off' }, { isSmall: true })).toMatchObject({ pages: 3, shown: order.slice(0, 4) });
  });

  it('is only who speaks in the calm layout, with nobody else sent', () => {
    expect(scene({ layout: 'calm' })).toEqual({ big: 's5', page: 0, pages: 1, shown: [], self: 'small', wanted: ['s5'], sharp: false });
  });

  it('is who speaks, large, and the others beside', () => {
    expect(scene({ layout: 'speaker' })).toMatchObject({ big: 's5', shown: order.slice(0, 5), wanted: ['s5', ...order.slice(0, 5)] });
  });

  it('keeps large who was pinned, in every layout, until they leave', () => {
    for (const layout of ['grid', 'speaker', 'calm'] as const) expect(scene({ layout, pinned: 's2' }).big).toBe('s2');
    expect(scene({ pinned: 'gone' }).big).toBeNull();
  });

  it('receives one picture or none where that was chosen, and leaves everyone in their place', () => {
    expect(scene({ receives: 'speaker' })).toMatchObject({ shown: order.slice(0, 8), wanted: ['s5'] });
    expect(scene({ receives: 'audio' })).toMatchObject({ shown: order.slice(0, 8), wanted: [] });
    expect(scene({ receives: 'speaker', pinned: 's2' }).wanted).toEqual(['s2']);
  });

  it('leaves the large place to a shared screen, and to nothing else in the calm layout', () => {
    expect(scene({ layout: 'speaker' }, { hasContent: true })).toMatchObject({ big: null, shown: order.slice(0, 5) });
    expect(scene({ layout: 'calm' }, { hasContent: true })).toMatchObject({ big: null, shown: [], wanted: [] });
  });

  it('shows oneself to nobody who wants not to see themselves, nor who only listens', () => {
    expect(scene({ selfView: 'off' }).self).toBe('off');
    expect(scene({ selfView: 'small' }).self).toBe('small');
    expect(scene({}, { hasSelf: false }).self).toBe('off');
  });
});
