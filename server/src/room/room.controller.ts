import { Controller } from '@nestjs/common';
import {
  commandRoom,
  readAftercare,
  readCallback,
  readChat,
  readLastWish,
  readRoom,
  takeToken,
  type Done,
  type InputOf,
  type ReplyOf,
} from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { RoomAftercare } from './room.aftercare.js';
import { RoomCommands } from './room.commands.js';
import { RoomService } from './room.service.js';
import { RoomWishes } from './room.wishes.js';

@Controller()
export class RoomController {
  constructor(
    private readonly rooms: RoomService,
    private readonly commands: RoomCommands,
    private readonly aftercare: RoomAftercare,
    private readonly wishes: RoomWishes,
  ) {}

  @Route(readRoom)
  read(@Input() { params }: InputOf<typeof readRoom>, @By() actor: Actor): Promise<ReplyOf<typeof readRoom>> {
    return this.rooms.view(params.sessionId, actor.personId);
  }

  @Route(commandRoom)
  async command(@Input() { params, body }: InputOf<typeof commandRoom>, @By() actor: Actor): Promise<Done> {
    await this.commands.run(params.sessionId, actor.personId, body);
    return { done: true };
  }

  @Route(readChat)
  chat(@Input() input: InputOf<typeof readChat>, @By() actor: Actor): Promise<ReplyOf<typeof readChat>> {
    return this.rooms.chat(input, actor.personId);
  }

  @Route(readLastWish)
  async lastWish(@Input() { params }: InputOf<typeof readLastWish>, @By() actor: Actor): Promise<ReplyOf<typeof readLastWish>> {
    return { wish: await this.wishes.last(params.sessionId, actor.personId) };
  }

  @Route(readCallback)
  callback(@Input() { params }: InputOf<typeof readCallback>): Promise<ReplyOf<typeof readCallback>> {
    return this.aftercare.callback(params.sessionId, params.seatId);
  }

  @Route(readAftercare)
  readAftercare(@Input() { params }: InputOf<typeof readAftercare>): Promise<ReplyOf<typeof readAftercare>> {
    return this.aftercare.read(params.sessionId);
  }

  @Route(takeToken)
  token(@Input() input: InputOf<typeof takeToken>, @By() actor: Actor): Promise<ReplyOf<typeof takeToken>> {
    return this.rooms.token(input, actor.personId);
  }
}
