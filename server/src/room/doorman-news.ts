import { Injectable } from '@nestjs/common';
import { ConnectionsService } from '../attendance/connections.service.js';
import { AppError } from '../common/app-error.js';
import { LivekitService } from '../livekit/livekit.service.js';
import { DoormanSweep } from './doorman-sweep.js';
import { RoomService } from './room.service.js';

/** News of the SFU: signed, and late, doubled, in any order, or never. */
@Injectable()
export class DoormanNews {
  constructor(
    private readonly livekit: LivekitService,
    private readonly rooms: RoomService,
    private readonly sweep: DoormanSweep,
    private readonly connections: ConnectionsService,
  ) {}

  async receive(body: unknown, signature: string | undefined): Promise<void> {
    if (typeof body !== 'string') throw new AppError('webhook.forged');
    const { type, room, participant, at, byChoice } = await this.livekit.receiveWebhook(body, signature);
    if (type === 'other' || !participant) return;
    const { sid, identity } = participant;
    const who = type === 'joined' ? await this.sweep.receive(room, participant) : await this.rooms.whoIs(room, identity);
    if (!who) return;
    const connected = { ...who, sid, identity, joinedAt: participant.joinedAt ?? at };
    if (type === 'joined') await this.connections.joined(connected, 'webhook');
    else await this.connections.left(connected, { at, byChoice });
  }
}
