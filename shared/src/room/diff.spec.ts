import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { diff, patch } from './diff.js';
import { project } from './project.js';
import { ana, ben, lead } from './testing/play.js';
import { histories, played } from './testing/histories.js';
import { RoomView } from './view.js';

describe('the difference of two views', () => {
  it('brings any view to any other, and is nothing between equal ones', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(lead, ana, ben), fc.nat(), fc.nat(), (steps, seat, a, b) => {
        const { states } = played(steps);
        const views = states.map((state) => project(state, seat));
        const from = views[a % views.length];
        const to = views[b % views.length];
        const change = diff(from, to);
        expect(change === undefined).toBe(JSON.stringify(from) === JSON.stringify(to));
        if (change !== undefined) expect(patch(from, JSON.parse(JSON.stringify(change)))).toEqual(to);
      }),
    );
  });

  it('leads from the first view to the last, one after another', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(lead, ana, ben), (steps, seat) => {
        const views = played(steps).states.map((state) => project(state, seat));
        let page: unknown = views[0];
        for (const [index, view] of views.entries()) {
          const change = index === 0 ? undefined : diff(views[index - 1], view);
          if (change !== undefined) page = patch(page, change);
          expect(RoomView.parse(page)).toEqual(view);
        }
      }),
    );
  });

  it('never holds a null, which would delete', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(lead, ana, ben), (steps, seat) => {
        const last = played(steps).states.at(-1);
        if (last) expect(JSON.stringify(project(last, seat))).not.toContain('null');
      }),
    );
  });

  it('names what is gone, replaces lists and leaves out what stays', () => {
    const before = { same: 1, gone: 'x', list: [1, 2], tree: { a: 1, b: 2 } };
    const after = { same: 1, list: [1], tree: { a: 1, c: {} } };
    const change = diff(before, after);
    expect(change).toEqual({ gone: null, list: [1], tree: { b: null, c: {} } });
    expect(patch(before, change)).toEqual(after);
    expect(before.tree).toEqual({ a: 1, b: 2 });
    expect(diff({ a: undefined }, {})).toBeUndefined();
  });

  it('brings any tree without null to any other', () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.array(fc.integer()));
    const { tree } = fc.letrec<{ tree: unknown; node: unknown }>((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, leaf, tie('tree')),
      tree: fc.dictionary(key, tie('node'), { noNullPrototype: true }),
    }));
    fc.assert(
      fc.property(tree, tree, (a, b) => {
        const change = diff(a, b);
        expect(change === undefined ? a : patch(a, change)).toEqual(b);
      }),
    );
  });
});
