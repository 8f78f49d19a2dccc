import { Controller } from '@nestjs/common';
import {
  endEmergencyAccess,
  listEmergencyReviews,
  listOwnEmergencyAccess,
  openEmergencyAccess,
  reviewEmergencyAccess,
  type InputOf,
  type ReplyOf,
} from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { EmergencyReviewService } from './emergency-review.service.js';
import { EmergencyService } from './emergency.service.js';

@Controller()
export class EmergencyController {
  constructor(
    private readonly emergency: EmergencyService,
    private readonly reviews: EmergencyReviewService,
  ) {}

  @Route(openEmergencyAccess)
  open(@By() actor: Actor, @Input() { body }: InputOf<typeof openEmergencyAccess>): Promise<ReplyOf<typeof openEmergencyAccess>> {
    return this.emergency.open(actor, body);
  }

  @Route(listOwnEmergencyAccess)
  own(@By() actor: Actor): Promise<ReplyOf<typeof listOwnEmergencyAccess>> {
    return this.emergency.own(actor);
  }

  @Route(endEmergencyAccess)
  end(@By() actor: Actor, @Input() { params }: InputOf<typeof endEmergencyAccess>): Promise<ReplyOf<typeof endEmergencyAccess>> {
    return this.emergency.end(actor, params);
  }

  @Route(listEmergencyReviews)
  list(@By() actor: Actor): Promise<ReplyOf<typeof listEmergencyReviews>> {
    return this.reviews.list(actor);
  }

  @Route(reviewEmergencyAccess)
  review(
    @By() actor: Actor,
    @Input() { params, body }: InputOf<typeof reviewEmergencyAccess>,
  ): Promise<ReplyOf<typeof reviewEmergencyAccess>> {
    return this.reviews.review(actor, params, body);
  }
}
