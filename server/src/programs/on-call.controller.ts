import { Controller } from '@nestjs/common';
import { addOnCall, endOnCall, listOnCall, readOwnHelp, type InputOf, type ReplyOf } from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { HelpService } from './help.service.js';
import { OnCallService } from './on-call.service.js';

@Controller()
export class OnCallController {
  constructor(
    private readonly onCall: OnCallService,
    private readonly help: HelpService,
  ) {}

  @Route(listOnCall)
  list(@Input() { params, query }: InputOf<typeof listOnCall>): Promise<ReplyOf<typeof listOnCall>> {
    return this.onCall.list(params.programId, query);
  }

  @Route(addOnCall)
  add(@Input() { params, body }: InputOf<typeof addOnCall>): Promise<ReplyOf<typeof addOnCall>> {
    return this.onCall.add(params.programId, params.shiftId, body);
  }

  @Route(endOnCall)
  end(@Input() { params }: InputOf<typeof endOnCall>): Promise<ReplyOf<typeof endOnCall>> {
    return this.onCall.end(params.programId, params.shiftId);
  }

  @Route(readOwnHelp)
  ownHelp(@By() actor: Actor): Promise<ReplyOf<typeof readOwnHelp>> {
    return this.help.own(actor);
  }
}
