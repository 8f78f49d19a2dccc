import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addendumHash, contentHash, contentHashOfSeal1, cosignHash } from './seal.js';

const signature = {
  name: 'Lea Dorn',
  credentials: 'LCSW',
  licences: [{ type: 'LCSW', number: '1', state: 'NY' }],
  at: '2026-11-23T18:00:00.000Z',
};

const note = {
  id: 'n',
  sessionId: 's',
  kind: 'patient' as const,
  patientId: 'p',
  episodeId: 'e',
  authorId: 'a',
  service: 'group' as const,
  serviceDate: '2026-11-23',
  format: 'note' as const,
  body: 'Text',
  clinicianPlace: '',
  version: 3,
  signedAt: new Date(signature.at),
  signerName: signature.name,
  signerCredentials: signature.credentials,
  signerLicences: signature.licences,
  groupHash: null,
  lateEntryOn: null,
  facts: null,
};

describe('the seal of a note', () => {
  it('is what it was in the first release, for what was signed in it', () => {
    expect(contentHashOfSeal1(note)).toBe('e341a185f1ed0e65f7eb4275a3a6587e8345a032bc7f38ef13472e29fbe9c4b9');
  });

  it('breaks with any change of anything that was signed', () => {
    const changes: [string, object][] = Object.keys(note).map((key) => [key, { [key]: key === 'signedAt' ? new Date(0) : 'another' }]);
    const hashes = changes.map(([, change]) => contentHash({ ...note, ...change }));
    expect(new Set([contentHash(note), ...hashes]).size).toBe(changes.length + 1);
  });

  it('is the same however the database orders the keys of the facts, and another when a fact changes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (facts) => {
        const turned = Object.fromEntries(Object.entries(facts).reverse());
        const sealed = (given: object): string => contentHash({ ...note, facts: given });
        expect(sealed(turned)).toBe(sealed(facts));
        expect(sealed({ ...facts, added: 'x' })).not.toBe(sealed(facts));
      }),
    );
  });

  it('is part of the co-signature’s and of an addendum’s', () => {
    const added = {
      id: 'd',
      noteId: 'n',
      authorId: 'a',
      at: new Date(0),
      body: 'x',
      authorName: 'n',
      authorCredentials: 'c',
      authorLicences: [],
    };
    const [one, other] = [
      { id: 'n', contentHash: 'one' },
      { id: 'n', contentHash: 'other' },
    ];
    expect(cosignHash(one, 'b', signature)).not.toBe(cosignHash(other, 'b', signature));
    expect(addendumHash(one, added)).not.toBe(addendumHash(other, added));
    expect(addendumHash(one, { ...added, body: 'y' })).not.toBe(addendumHash(one, added));
  });
});
