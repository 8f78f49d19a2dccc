import { Global, Module } from '@nestjs/common';
import { LivekitService } from './livekit.service.js';

@Global()
@Module({ providers: [LivekitService], exports: [LivekitService] })
export class LivekitModule {}
