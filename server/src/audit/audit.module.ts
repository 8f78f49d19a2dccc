import { Global, Module } from '@nestjs/common';
import { AuditService } from './audit.service.js';
import { AuditSealer } from './sealer.js';

@Global()
@Module({ providers: [AuditService, AuditSealer], exports: [AuditService] })
export class AuditModule {}
