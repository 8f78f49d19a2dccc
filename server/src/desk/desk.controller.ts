import { Controller } from '@nestjs/common';
import { readDay, type ReplyOf } from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Route } from '../common/route.decorator.js';
import { DayService } from './day.service.js';

@Controller()
export class DeskController {
  constructor(private readonly day: DayService) {}

  @Route(readDay)
  readDay(@By() actor: Actor): Promise<ReplyOf<typeof readDay>> {
    return this.day.read(actor);
  }
}
