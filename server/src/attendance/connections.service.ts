import { Injectable } from '@nestjs/common';
import { lostAfterMs } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { AttendanceNews } from './attendance-news.js';
import { connectionSql as sql } from './connection.sql.js';
import { HeartbeatService } from './heartbeat.service.js';
import { Presence } from './presence.js';
import type { Seated } from './seated.js';

/** News of the SFU may come this late. */
const signsKeptMs = 10 * 60_000;

/** A participant at the SFU whose seat is known. */
export interface Connected extends Seated {
  sid: string;
  identity: string;
  joinedAt: Date;
}

/** When who was connected, from news that comes late, doubled, in any order or never. */
@Injectable()
export class ConnectionsService {
  constructor(
    private readonly database: DataSource,
    private readonly heartbeats: HeartbeatService,
    private readonly presence: Presence,
    private readonly news: AttendanceNews,
  ) {}

  /** `mark`: of the presence, from before the SFU was asked; absent where it told by itself. */
  async joined(who: Connected, source: 'webhook' | 'sweep', mark = this.presence.mark): Promise<void> {
    const { sid, sessionId, seatId, personId, identity, joinedAt } = who;
    const values = [sid, sessionId, seatId, personId, identity, joinedAt, source];
    const begun: unknown[] = await this.database.query(sql.begin, values);
    if (begun.length > 0) await this.rememberSigns(who);
    await this.database.query(sql.endReplaced, [identity]);
    const open: { sid: string }[] = await this.database.query(sql.openSid, [identity]);
    if (open[0]) this.presence.confirm(identity, open[0].sid, mark);
    if (begun.length > 0) await this.news.tell(sessionId);
  }

  /** Somebody of whom the SFU tells late: what was seen of them meanwhile counts. */
  private async rememberSigns({ sid, identity, joinedAt }: Connected): Promise<void> {
    await this.heartbeats.flush();
    const { seen, ended } = this.presence.signsAfter(identity, joinedAt);
    if (seen) await this.database.query(sql.seen, [sid, seen]);
    if (ended) await this.database.query(sql.endByUs, [identity, ended]);
  }

  /** The SFU says that somebody left: by choice at that second, or it noticed at some time that they were gone. */
  async left(who: Connected, { at, byChoice }: { at: Date; byChoice: boolean }): Promise<void> {
    await this.joined(who, 'webhook');
    await this.heartbeats.flush();
    if (this.presence.sidOf(who.identity) === who.sid) this.presence.doubt(who.identity);
    await this.database.query(byChoice ? sql.endByChoice : sql.endUnknown, [who.sid, at]);
    await this.news.tell(who.sessionId);
  }

  /** We ended the connection: the person left, was moved or removed, or the session is over. */
  async endedByUs({ sessionId, identity, at }: { sessionId: string; identity: string; at: Date }): Promise<void> {
    await this.heartbeats.flush();
    this.presence.doubt(identity);
    this.presence.sign(identity, 'ended', at);
    await this.database.query(sql.endByUs, [identity, at]);
    await this.news.tell(sessionId);
  }

  /** The signalling socket of a page closed, last heard of at a time: a reason to ask whether it still is the same participant. */
  async socketClosed(identity: string, at: Date): Promise<void> {
    await this.heartbeats.flush();
    this.presence.doubt(identity);
    this.presence.sign(identity, 'seen', at);
    await this.database.query(sql.socketClosed, [identity, at]);
  }

  /** Brings the records of a session in line with whom the SFU has; `askedAt` and `mark` are from before it was asked. */
  async reconcile(
    sessionId: string,
    listed: readonly Connected[],
    { askedAt, mark, now }: { askedAt: Date; mark: number; now: Date },
  ): Promise<void> {
    for (const who of listed) await this.joined(who, 'sweep', mark);
    await this.heartbeats.flush();
    const sids = listed.map(({ sid }) => sid);
    const [gone]: [{ identity: string }[], number] = await this.database.query(sql.endMissing, [sessionId, sids, askedAt, now]);
    for (const { identity } of gone) if (!sids.includes(this.presence.sidOf(identity) ?? '')) this.presence.doubt(identity);
    if (gone.length > 0) await this.news.tell(sessionId);
  }

  /** Ends what nobody told the end of. */
  async endStale(now: Date): Promise<void> {
    const before = new Date(now.getTime() - lostAfterMs);
    this.presence.forgetBefore(new Date(now.getTime() - signsKeptMs));
    await this.database.query(sql.endStale, [before]);
    await this.database.query(sql.endStaleMedia, [before]);
  }
}
