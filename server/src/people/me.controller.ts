import { Controller } from '@nestjs/common';
import { changeMe, changeSensory, readMe, signOutEverywhere, type InputOf, type ReplyOf } from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { AccountService } from './account.service.js';
import { MeService } from './me.service.js';

@Controller()
export class MeController {
  constructor(
    private readonly me: MeService,
    private readonly accounts: AccountService,
  ) {}

  @Route(readMe)
  read(@By() actor: Actor): Promise<ReplyOf<typeof readMe>> {
    return this.me.read(actor);
  }

  @Route(changeMe)
  change(@By() actor: Actor, @Input() { body }: InputOf<typeof changeMe>): Promise<ReplyOf<typeof changeMe>> {
    return this.me.change(actor, body);
  }

  @Route(changeSensory)
  changeSensory(@By() actor: Actor, @Input() { body }: InputOf<typeof changeSensory>): Promise<ReplyOf<typeof changeSensory>> {
    return this.me.changeSensory(actor, body);
  }

  @Route(signOutEverywhere)
  signOut(@By() actor: Actor): Promise<ReplyOf<typeof signOutEverywhere>> {
    return this.accounts.signOutEverywhere(actor.personId);
  }
}
