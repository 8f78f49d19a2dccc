import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { CONFIG, type Config } from '../config.js';
import { AccessService } from './access.service.js';
import { AccountLooks } from './account-looks.js';
import { ActorService } from './actor.service.js';
import { AUTH, AUTH_POOL, authPool, createAuth, type Auth } from './auth.js';
import { LiveRooms } from './live-rooms.js';
import { MailService } from './mail.service.js';
import { PasswordService } from './password.service.js';
import { SignInState } from './sign-in-state.service.js';
import { SignInTries } from './sign-in-tries.service.js';
import { SignInWitness } from './sign-in-witness.service.js';
import { UsedCodes } from './used-codes.service.js';

@Global()
@Module({
  providers: [
    AccessService,
    AccountLooks,
    ActorService,
    LiveRooms,
    MailService,
    PasswordService,
    SignInState,
    SignInTries,
    SignInWitness,
    UsedCodes,
    { provide: AUTH_POOL, inject: [CONFIG], useFactory: (config: Config): Pool => authPool(config.DATABASE_URL) },
    {
      provide: AUTH,
      inject: [CONFIG, AUTH_POOL, MailService],
      useFactory: (config: Config, pool: Pool, mail: MailService): Auth => createAuth(config, pool, mail),
    },
  ],
  exports: [AccessService, ActorService, LiveRooms, MailService, PasswordService, SignInState, UsedCodes, AUTH],
})
export class AccessModule implements OnApplicationShutdown {
  constructor(@Inject(AUTH_POOL) private readonly pool: Pool) {}

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
