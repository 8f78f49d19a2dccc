import { Module } from '@nestjs/common';
import { FirstStepsModule } from '../people/first-steps.module.js';
import { GateController } from './gate.controller.js';
import { GateService } from './gate.service.js';

@Module({ imports: [FirstStepsModule], controllers: [GateController], providers: [GateService] })
export class GateModule {}
