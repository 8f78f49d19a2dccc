import { Global, Module } from '@nestjs/common';
import { RealtimeGateway } from './realtime.gateway.js';
import { SignIns } from './sign-ins.js';
import { SocketAccess } from './socket-access.js';
import { SocketMessages } from './socket-messages.js';

@Global()
@Module({ providers: [RealtimeGateway, SocketAccess, SocketMessages, SignIns], exports: [SocketAccess, SocketMessages] })
export class RealtimeModule {}
