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
import { SessionService } from './session.service.js';

@Controller()
export class ScheduleController {
  constructor(
    private readonly sessions: SessionService,
    private readonly seats: SeatService,
  ) {}

  @Route(listSessions)
  list(@By() actor: Actor, @Input() { query }: InputOf<typeof listSessions>): Promise<ReplyOf<typeof listSessions>> {
    return this.sessions.list(actor, query);
  }

  @Route(createSession)
  create(@By() actor: Actor, @Input() { body }: InputOf<typeof createSession>): Promise<ReplyOf<typeof createSession>> {
    return this.sessions.create(actor, body);
  }

  @Route(readSession)
  read(@Input() { params }: InputOf<typeof readSession>): Promise<ReplyOf<typeof readSession>> {
    return this.sessions.read(params.sessionId);
  }

  @Route(changeSession)
  change(@Input() { params, body }: InputOf<typeof changeSession>): Promise<ReplyOf<typeof changeSession>> {
    return this.sessions.change(params.sessionId, body);
  }

  @Route(cancelSession)
  cancel(@By() actor: Actor, @Input() { params, body }: InputOf<typeof cancelSession>): Promise<ReplyOf<typeof cancelSession>> {
    return this.sessions.cancel(actor, params.sessionId, body);
  }

  @Route(addSeat)
  addSeat(@Input() { params, body }: InputOf<typeof addSeat>): Promise<ReplyOf<typeof addSeat>> {
    return this.seats.add(params.sessionId, body);
  }

  @Route(endSeat)
  endSeat(@By() actor: Actor, @Input() { params, body }: InputOf<typeof endSeat>): Promise<ReplyOf<typeof endSeat>> {
    return this.seats.end(actor, params.seatId, body.reason);
  }
}
