import { type LocalParticipant, LocalAudioTrack, LocalVideoTrack, type Room, RoomEvent, Track } from 'livekit-client';
import type { Kind } from './devices';
import type { Gear, LocalMedia } from './localMedia';

const sources = { camera: Track.Source.Camera, microphone: Track.Source.Microphone } as const;

/** What could not be sent is tried again for as long as the connection stands. */
const retryMs = 2_000;

type Sent = LocalAudioTrack | LocalVideoTrack;

function toSend({ track, filtered }: Gear): MediaStreamTrack | null {
  if (track?.readyState !== 'live') return null;
  return filtered?.of === track && filtered.track.readyState === 'live' ? filtered.track : track;
}

/** Keeps what is sent equal to what the person chose. The tracks belong to the page and outlive the connection. */
export class Publisher {
  private readonly sent: Partial<Record<Kind, Sent>> = {};
  private readonly busy: Record<Kind, boolean> = { camera: false, microphone: false };
  private readonly unsubscribe: () => void;
  private closed = false;

  constructor(
    private readonly room: Room,
    private readonly media: LocalMedia,
  ) {
    this.unsubscribe = media.subscribe(() => this.sync());
    room.on(RoomEvent.ParticipantPermissionsChanged, this.permitted);
    this.sync();
  }

  close(): void {
    this.closed = true;
    this.unsubscribe();
    this.room.off(RoomEvent.ParticipantPermissionsChanged, this.permitted);
  }

  sync(): void {
    for (const kind of ['camera', 'microphone'] as const) void this.syncOne(kind);
  }

  /** In a break nothing may be sent: what was is forgotten, and sent anew when it may be. */
  private readonly permitted = (): void => {
    const { localParticipant } = this.room;
    if (localParticipant.permissions?.canPublish !== false) return this.sync();
    for (const kind of ['camera', 'microphone'] as const) {
      const sent = this.sent[kind];
      delete this.sent[kind];
      if (sent) void localParticipant.unpublishTrack(sent, false).catch(() => undefined);
    }
  };

  /** One change at a time; what was chosen meanwhile is seen in the next turn. */
  private async syncOne(kind: Kind): Promise<void> {
    if (this.busy[kind] || this.closed) return;
    this.busy[kind] = true;
    const before = this.media.get()[kind];
    const worked = await this.bring(kind, before).then(
      () => true,
      () => false,
    );
    this.busy[kind] = false;
    if (!worked) setTimeout(() => void this.syncOne(kind), retryMs);
    else if (this.media.get()[kind] !== before) void this.syncOne(kind);
  }

  private async bring(kind: Kind, gear: Gear): Promise<void> {
    const sent = this.sent[kind];
    const live = toSend(gear);
    if (!sent) return live ? this.publish(kind, live, gear.on) : undefined;
    if (!gear.on && !sent.isMuted) await sent.mute();
    if (live && sent.mediaStreamTrack !== live && sent.sender) await sent.replaceTrack(live, true);
    if (gear.on && live && sent.isMuted) await sent.unmute();
  }

  private async publish(kind: Kind, track: MediaStreamTrack, on: boolean): Promise<void> {
    const { localParticipant } = this.room;
    if (localParticipant.permissions?.canPublish === false) return;
    const made = kind === 'camera' ? new LocalVideoTrack(track, undefined, true) : new LocalAudioTrack(track, undefined, true);
    if (!on) await made.mute();
    this.sent[kind] = made;
    await this.send(localParticipant, kind, made);
  }

  private async send(participant: LocalParticipant, kind: Kind, made: Sent): Promise<void> {
    try {
      await participant.publishTrack(made, { source: sources[kind] });
    } catch (error) {
      if (this.sent[kind] === made) delete this.sent[kind];
      throw error;
    }
  }
}
