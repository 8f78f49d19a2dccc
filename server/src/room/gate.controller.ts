import { Controller } from '@nestjs/common';
import { answerGate, overrideLicence, readGate, readGates, type InputOf, type ReplyOf } from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { GateService } from './gate.service.js';

@Controller()
export class GateController {
  constructor(private readonly gates: GateService) {}

  @Route(readGate)
  read(@By() actor: Actor, @Input() { params }: InputOf<typeof readGate>): Promise<ReplyOf<typeof readGate>> {
    return this.gates.read(params.sessionId, actor.personId);
  }

  @Route(answerGate)
  answer(@By() actor: Actor, @Input() { params, body }: InputOf<typeof answerGate>): Promise<ReplyOf<typeof answerGate>> {
    return this.gates.answer(params.sessionId, actor.personId, body);
  }

  @Route(readGates)
  forStaff(@Input() { params }: InputOf<typeof readGates>): Promise<ReplyOf<typeof readGates>> {
    return this.gates.forStaff(params.sessionId);
  }

  @Route(overrideLicence)
  override(@By() actor: Actor, @Input() input: InputOf<typeof overrideLicence>): Promise<ReplyOf<typeof overrideLicence>> {
    return this.gates.override(actor.personId, input);
  }
}
