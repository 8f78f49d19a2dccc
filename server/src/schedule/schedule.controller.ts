import { Controller } from '@nestjs/common';
import {
  addSeat,
  cancelSession,
  changeSession,
  createSession,
  endSeat,
  listSessions,
  readSession,
  type InputOf,
  type ReplyOf,
} from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { SeatService } from './seat.service.js';
import { SessionMails } from './session-mails.js';
import { SessionService } from './session.service.js';

@Controller()
export class ScheduleController {
  constructor(
    private readonly sessions: SessionService,
    private readonly seats: SeatService,
    private readonly mails: SessionMails,
  ) {}

  @Route(listSessions)
  list(@By() actor: Actor, @Input() { query }: InputOf<typeof listSessions>): Promise<ReplyOf<typeof listSessions>> {
    return this.sessions.list(actor, query);
  }

  @Route(createSession)
  async create(@By() actor: Actor, @Input() { body }: InputOf<typeof createSession>): Promise<ReplyOf<typeof createSession>> {
    const { session, isNew } = await this.sessions.make(actor, body);
    if (isNew) this.mails.made(session.id);
    return session;
  }

  @Route(readSession)
  read(@Input() { params }: InputOf<typeof readSession>): Promise<ReplyOf<typeof readSession>> {
    return this.sessions.read(params.sessionId);
  }

  @Route(changeSession)
  async change(@Input() { params, body }: InputOf<typeof changeSession>): Promise<ReplyOf<typeof changeSession>> {
    const { startsAt: before } = await this.sessions.read(params.sessionId);
    const session = await this.sessions.change(params.sessionId, body);
    this.mails.moved(session.id, before, session.startsAt);
    return session;
  }

  @Route(cancelSession)
  async cancel(@By() actor: Actor, @Input() { params, body }: InputOf<typeof cancelSession>): Promise<ReplyOf<typeof cancelSession>> {
    const { cancellation: before } = await this.sessions.read(params.sessionId);
    const session = await this.sessions.cancel(actor, params.sessionId, body);
    if (!before) this.mails.calledOff(session.id);
    return session;
  }

  @Route(addSeat)
  async addSeat(@Input() { params, body }: InputOf<typeof addSeat>): Promise<ReplyOf<typeof addSeat>> {
    const { seats } = await this.sessions.read(params.sessionId);
    const seat = await this.seats.add(params.sessionId, body);
    if (!seats.some((held) => held.personId === seat.personId && held.endedAt === null)) this.mails.made(params.sessionId, seat.personId);
    return seat;
  }

  @Route(endSeat)
  endSeat(@By() actor: Actor, @Input() { params, body }: InputOf<typeof endSeat>): Promise<ReplyOf<typeof endSeat>> {
    return this.seats.end(actor, params.seatId, body.reason);
  }
}
