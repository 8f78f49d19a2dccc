import { type MaterialInView, type MaterialKind, readMaterial } from '@rejoin/shared';
import { urlOf } from '../../../lib/api';

export interface Listed extends MaterialInView {
  textId: string;
}

/** In the order in which they were shared. */
export function listed(materials: Readonly<Record<string, MaterialInView>>): Listed[] {
  const all = Object.entries(materials).map(([textId, one]) => ({ ...one, textId }));
  return all.sort((a, b) => a.at.localeCompare(b.at) || (a.textId < b.textId ? -1 : 1));
}

/** Where it opens: a page of the web, or the file from us. */
export function addressOf(sessionId: string, { textId, url }: Listed): string {
  return url ?? urlOf(readMaterial, { params: { sessionId, textId } });
}

export const kindWords: Record<MaterialKind, string> = { link: 'Web page', pdf: 'PDF', png: 'Picture', jpeg: 'Picture' };
