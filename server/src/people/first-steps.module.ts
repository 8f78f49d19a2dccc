import { Module } from '@nestjs/common';
import { ConsentService } from './consent.service.js';
import { FirstStepService } from './first-step.service.js';
import { FirstStepsController } from './first-steps.controller.js';
import { PlaceService } from './place.service.js';

@Module({
  controllers: [FirstStepsController],
  providers: [ConsentService, FirstStepService, PlaceService],
  exports: [PlaceService],
})
export class FirstStepsModule {}
