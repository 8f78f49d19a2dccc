import { z } from 'zod';
import { Id, Instant, text } from '../ids.js';
import { fileBytes } from '../route.js';
import { placeOf } from './standing.js';
import type { RoomState, RosterSeat } from './state.js';

/** What staff put into the panel of a session: a page of the web, or a file of one of these types. */
export const materialKinds = ['link', 'pdf', 'png', 'jpeg'] as const;
export const MaterialKind = z.enum(materialKinds);
export type MaterialKind = z.infer<typeof MaterialKind>;

export const fileTypes = { pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg' } as const satisfies Record<
  Exclude<MaterialKind, 'link'>,
  string
>;
export type FileKind = keyof typeof fileTypes;

/** What a request may bring or take along; the server looks at its first bytes itself. */
export const MaterialFile = z.file().max(fileBytes).mime(Object.values(fileTypes));
/** So many things stand in the panel of one session at most. */
export const materialsAtOnce = 30;

const startOf: Record<FileKind, readonly number[]> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
};

/** The kind of a file by its first bytes, whatever it calls itself; none for every other kind. */
export function fileKindOf(bytes: Uint8Array): FileKind | undefined {
  const kinds = Object.keys(startOf) as FileKind[];
  return kinds.find((kind) => startOf[kind].every((byte, at) => bytes[at] === byte));
}

/** `https://`, a host without a name and password before it, and no blank in between. */
const link = /^https:\/\/[^\s/?#@\\]+\.[^\s/?#@\\]+([/?#][^\s]*)?$/i;

/** An address that opens an encrypted page and hides no other one behind a name. */
export const SafeLink = z.string().trim().max(2000, 'This address is too long.').regex(link, 'Write an address that begins with https://');

export const MaterialTitle = text(120).refine((value) => value.trim() !== '', 'Give it a name first.');

/** Title and address of a material: kept as one text beside the log, so that both can be erased. */
export const MaterialText = z.object({ title: z.string(), url: z.string().optional() });
export type MaterialText = z.infer<typeof MaterialText>;

export const writeMaterial = ({ title, url }: MaterialText): string => JSON.stringify(url === undefined ? { title } : { title, url });

function readMaterial(body: string | null | undefined): MaterialText | undefined {
  if (typeof body !== 'string') return undefined;
  try {
    return MaterialText.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/** Where something is shared: who put it there, and whether it is a page or a file. */
export interface SharedMaterial {
  textId: string;
  kind: MaterialKind;
  seatId: string;
  at: string;
}

export const MaterialInView = z.object({
  kind: MaterialKind,
  title: z.string(),
  url: z.string().optional(),
  /** Who shared it. */
  name: z.string(),
  at: Instant,
});
export type MaterialInView = z.infer<typeof MaterialInView>;

export const MaterialsInView = z.record(Id, MaterialInView);
export type MaterialsInView = z.infer<typeof MaterialsInView>;

/**
 * Whoever was let in reads what is shared, also what was shared before and after; being put back or sent out ends that. Staff always
 * may.
 */
export function mayReadMaterials(state: RoomState, seat: Pick<RosterSeat, 'seatId' | 'staff' | 'ended'>): boolean {
  if (seat.ended) return false;
  if (seat.staff) return true;
  const place = placeOf(state, seat.seatId);
  return (place === 'main' || place === 'left') && (state.standings[seat.seatId]?.admittedSeq ?? null) !== null;
}

/** The panel of shared things as a seat sees it; what was erased is no longer in it. */
export function materialsOf(state: RoomState, viewer: Pick<RosterSeat, 'seatId' | 'staff' | 'ended'>): MaterialsInView {
  if (!mayReadMaterials(state, viewer)) return {};
  const shown = Object.values(state.materials).flatMap(({ textId, kind, seatId, at }): [string, MaterialInView][] => {
    const words = readMaterial(state.texts[textId]);
    return words ? [[textId, { kind, ...words, name: state.roster[seatId]?.name ?? '', at }]] : [];
  });
  return Object.fromEntries(shown.sort(([a], [b]) => (a < b ? -1 : 1)));
}
