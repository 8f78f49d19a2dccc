import { Module } from '@nestjs/common';
import { Metrics } from './metrics.js';
import { SystemController } from './system.controller.js';

@Module({ controllers: [SystemController], providers: [Metrics] })
export class SystemModule {}
