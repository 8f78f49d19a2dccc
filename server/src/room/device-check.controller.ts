import { Controller } from '@nestjs/common';
import { keepDeviceCheck, openCheckRoom, type Done, type InputOf, type ReplyOf } from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { CheckRooms } from './check-rooms.js';
import { DeviceCheckService } from './device-check.service.js';

@Controller()
export class DeviceCheckController {
  constructor(
    private readonly rooms: CheckRooms,
    private readonly checks: DeviceCheckService,
  ) {}

  @Route(openCheckRoom)
  open(@Input() { body }: InputOf<typeof openCheckRoom>, @By() actor: Actor): Promise<ReplyOf<typeof openCheckRoom>> {
    return this.rooms.open(actor.personId, body.id);
  }

  @Route(keepDeviceCheck)
  async keep(@Input() input: InputOf<typeof keepDeviceCheck>, @By() actor: Actor): Promise<Done> {
    await this.checks.keep(actor.personId, input);
    return { done: true };
  }
}
