import { Global, Module } from '@nestjs/common';
import { Notifications } from './notifications.js';
import { Prepared } from './prepared.js';

@Global()
@Module({ providers: [Notifications, Prepared], exports: [Notifications, Prepared] })
export class DatabaseModule {}
