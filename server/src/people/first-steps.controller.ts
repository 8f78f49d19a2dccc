import { Controller } from '@nestjs/common';
import {
  changePlace,
  readConsents,
  readFirstSteps,
  readPatientFirstSteps,
  revokeConsent,
  signConsent,
  takeFirstStep,
  type InputOf,
  type ReplyOf,
} from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { ConsentService } from './consent.service.js';
import { FirstStepService } from './first-step.service.js';
import { PlaceService } from './place.service.js';

@Controller()
export class FirstStepsController {
  constructor(
    private readonly steps: FirstStepService,
    private readonly consents: ConsentService,
    private readonly places: PlaceService,
  ) {}

  @Route(readFirstSteps)
  read(@By() actor: Actor): Promise<ReplyOf<typeof readFirstSteps>> {
    return this.steps.read(actor.personId);
  }

  @Route(takeFirstStep)
  take(@By() actor: Actor, @Input() { body }: InputOf<typeof takeFirstStep>): Promise<ReplyOf<typeof takeFirstStep>> {
    return this.steps.take(actor.personId, body);
  }

  @Route(readConsents)
  consentsOf(@By() actor: Actor): Promise<ReplyOf<typeof readConsents>> {
    return this.consents.of(actor.personId);
  }

  @Route(signConsent)
  sign(@By() actor: Actor, @Input() { body }: InputOf<typeof signConsent>): Promise<ReplyOf<typeof signConsent>> {
    return this.consents.sign(actor.personId, body);
  }

  @Route(revokeConsent)
  revoke(@By() actor: Actor, @Input() { params }: InputOf<typeof revokeConsent>): Promise<ReplyOf<typeof revokeConsent>> {
    return this.consents.revoke(actor.personId, params.consentId);
  }

  @Route(readPatientFirstSteps)
  forStaff(@Input() { params }: InputOf<typeof readPatientFirstSteps>): Promise<ReplyOf<typeof readPatientFirstSteps>> {
    return this.steps.forStaff(params.patientId);
  }

  @Route(changePlace)
  changePlace(@By() actor: Actor, @Input() { params, body }: InputOf<typeof changePlace>): Promise<ReplyOf<typeof changePlace>> {
    return this.places.change(actor.personId, params.patientId, params.placeId, body);
  }
}
