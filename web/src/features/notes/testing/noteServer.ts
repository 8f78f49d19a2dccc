import type { Note } from '@rejoin/shared';
import { ApiError } from '../../../lib/api';
import type { NoteText } from '../noteText';

export const note = (text: string, version: number): Note => ({
  id: '00000000-0000-4000-8000-000000000001',
  sessionId: '00000000-0000-4000-8000-000000000002',
  kind: 'patient',
  patientId: '00000000-0000-4000-8000-000000000003',
  authorId: '00000000-0000-4000-8000-000000000004',
  authorName: 'Dana Reed',
  service: 'group',
  serviceDate: '2026-11-23',
  format: 'note',
  fields: { Note: text },
  clinicianPlace: '',
  version,
  opened: true,
  status: 'draft',
  signature: null,
  cosignature: null,
  cosigners: [],
  returned: null,
  lateEntryOn: null,
  contentHash: null,
  addenda: [],
  updatedAt: '2026-11-23T17:00:00.000Z',
});

/** A server of one note, which can be out of reach or lose its answer. */
export class NoteServer {
  note: Note | null = null;
  kept: NoteText | null = null;
  takesMs = 0;
  reachable = true;
  losesAnswer = false;

  readonly door = {
    save: async ({ body, place, version }: NoteText): Promise<Note> => {
      if (this.takesMs > 0) await new Promise((resolve) => setTimeout(resolve, this.takesMs));
      if (!this.reachable) throw new ApiError('network.failed', 'We cannot reach Rejoin right now.', 0);
      if (this.note && this.note.status !== 'draft') throw new ApiError('note.signed', 'This note is signed.', 409);
      if ((this.note?.version ?? 0) !== version) throw new ApiError('row.changed', 'Someone else changed this.', 409);
      this.note = { ...note(body, version + 1), clinicianPlace: place };
      if (!this.losesAnswer) return this.note;
      this.losesAnswer = false;
      throw new ApiError('row.changed', 'Someone else changed this.', 409);
    },
    read: () => Promise.resolve(this.note),
    keep: (text: NoteText) => {
      this.kept = text;
    },
    drop: () => {
      this.kept = null;
    },
    onSaved: () => undefined,
  };
}
