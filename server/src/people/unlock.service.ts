import { Injectable } from '@nestjs/common';
import type { Unlock } from '@rejoin/shared';
import { PasswordService } from '../access/password.service.js';
import { SignInState } from '../access/sign-in-state.service.js';
import { AuditService } from '../audit/audit.service.js';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { KeptDeviceService } from './kept-device.service.js';

/** Opens the pages of a sign-in again that were locked for want of input. */
@Injectable()
export class UnlockService {
  constructor(
    private readonly passwords: PasswordService,
    private readonly devices: KeptDeviceService,
    private readonly state: SignInState,
    private readonly audit: AuditService,
  ) {}

  async unlock(actor: Actor, by: Unlock, from: { address: string; device: string | undefined }): Promise<void> {
    const entry = { actorId: actor.personId, action: 'signIn.unlock', rowKind: 'person', rowId: actor.personId } as const;
    try {
      if ('pin' in by) await this.devices.proven(from.device, by.pin, actor.personId);
      else await this.passwords.require(actor, by.password, from.address);
    } catch (error) {
      if (error instanceof AppError) await this.audit.record({ ...entry, outcome: 'refused', details: { code: error.code } });
      throw error;
    }
    await this.audit.record({ ...entry, outcome: 'done', details: { how: 'pin' in by ? 'pin' : 'password' } });
    await this.state.used(actor, 0);
  }
}
