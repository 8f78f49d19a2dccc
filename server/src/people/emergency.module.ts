import { Module } from '@nestjs/common';
import { EmergencyController } from './emergency.controller.js';
import { EmergencyReviewService } from './emergency-review.service.js';
import { EmergencyService } from './emergency.service.js';

@Module({
  controllers: [EmergencyController],
  providers: [EmergencyService, EmergencyReviewService],
  exports: [EmergencyService],
})
export class EmergencyModule {}
