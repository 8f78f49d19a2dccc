import { Global, Module } from '@nestjs/common';
import { AccessService } from './access.service.js';
import { ActorService } from './actor.service.js';
import { AUTH, authPool, createAuth, type Auth } from './auth.js';
import { MailService } from './mail.service.js';
import { CONFIG, type Config } from '../config.js';

@Global()
@Module({
  providers: [
    AccessService,
    ActorService,
    MailService,
    {
      provide: AUTH,
      inject: [CONFIG, MailService],
      useFactory: (config: Config, mail: MailService): Auth => createAuth(config, authPool(config.DATABASE_URL), mail),
    },
  ],
  exports: [AccessService, ActorService, MailService, AUTH],
})
export class AccessModule {}
