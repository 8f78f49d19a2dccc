import { describe, expect, it } from '@jest/globals';
import { Batches } from './batches.js';

function writer() {
  const written: (readonly string[])[] = [];
  const batches = new Batches<string>((items) => {
    written.push(items);
    return items.includes('bad') ? Promise.reject(new Error('Bad item')) : Promise.resolve();
  });
  return { written, batches };
}

describe('writing in batches', () => {
  it('writes the first at once, and together what was added meanwhile', async () => {
    const { written, batches } = writer();
    await Promise.all(['a', 'b', 'c'].map((item) => batches.add(item)));
    await batches.add('d');
    expect(written).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('gives everyone the result of their own batch', async () => {
    const batches = new Batches((items: readonly string[]) => Promise.resolve(items.join()));
    expect(await Promise.all(['a', 'b', 'c'].map((item) => batches.add(item)))).toEqual(['a', 'b,c', 'b,c']);
  });

  it('lets a bad item fail alone', async () => {
    const { written, batches } = writer();
    const settled = await Promise.allSettled(['a', 'b', 'bad', 'c'].map((item) => batches.add(item)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(written).toEqual([['a'], ['b', 'bad', 'c'], ['b'], ['bad'], ['c']]);
  });

  it('is done with an item only when its own write is', async () => {
    const writing = Promise.withResolvers<undefined>();
    const batches = new Batches<string>(() => writing.promise);
    const done: string[] = [];
    const added = batches.add('a').then(() => done.push('added'));
    await Promise.resolve().then(() => done.push('released'));
    writing.resolve(undefined);
    await added;
    expect(done).toEqual(['released', 'added']);
  });
});
