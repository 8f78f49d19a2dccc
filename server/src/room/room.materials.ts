import { Injectable } from '@nestjs/common';
import {
  fileKindOf,
  fileTypes,
  materialsAtOnce,
  mayReadMaterials,
  type FileKind,
  type InputOf,
  type readMaterial,
  type sendMaterial,
} from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { seatHeld } from './room.commands.js';
import { RoomStore } from './room.store.js';

/** Nothing is changed where the id is taken, or where the session has so many files that something is wrong. */
const keepSql = `
  INSERT INTO material (id, session_id, kind, bytes, sent_by, sent_at)
  SELECT $1, $2, $3, $4, $5, $6
  WHERE (SELECT count(*) FROM material WHERE session_id = $2 AND bytes IS NOT NULL) < $7
  ON CONFLICT DO NOTHING`;

const mineSql = `SELECT session_id = $2 AND sent_by = $3 AS mine FROM material WHERE id = $1`;

/** Files of a session: sent by staff, and read by whoever was let in for as long as they are shared. */
@Injectable()
export class RoomMaterials {
  constructor(
    private readonly store: RoomStore,
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Its kind is what its first bytes say. The same id again changes nothing. */
  async send({ params, body }: InputOf<typeof sendMaterial>, personId: string): Promise<void> {
    const { sessionId, textId } = params;
    const state = await this.store.read(sessionId);
    if (!seatHeld(state, personId)?.staff) throw new AppError('row.notFound');
    if (state.endedAt) throw new AppError('room.ended');
    const bytes = Buffer.from(await body.arrayBuffer());
    const kind = fileKindOf(bytes);
    if (!kind || fileTypes[kind] !== body.type) throw new AppError('file.kind');
    await this.database.query(keepSql, [textId, sessionId, kind, bytes, personId, this.clock.now(), 2 * materialsAtOnce]);
    const kept: { mine: boolean }[] = await this.database.query(mineSql, [textId, sessionId, personId]);
    if (!kept[0]?.mine) throw new AppError(kept[0] ? 'row.exists' : 'material.full');
  }

  async read({ params }: InputOf<typeof readMaterial>, personId: string): Promise<File> {
    const { sessionId, textId } = params;
    const state = await this.store.read(sessionId);
    const seat = seatHeld(state, personId);
    if (!seat || !mayReadMaterials(state, seat) || !state.materials[textId]) throw new AppError('row.notFound');
    const rows: { kind: FileKind; bytes: Buffer<ArrayBuffer> }[] = await this.database.query(
      `SELECT kind, bytes FROM material WHERE id = $1 AND session_id = $2 AND bytes IS NOT NULL`,
      [textId, sessionId],
    );
    const found = rows[0];
    if (!found) throw new AppError('row.notFound');
    return new File([found.bytes], `worksheet.${found.kind}`, { type: fileTypes[found.kind] });
  }
}
