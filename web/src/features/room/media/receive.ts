import { type RemoteTrackPublication, type Room, RoomEvent, Track, VideoQuality } from 'livekit-client';
import { goodLine, type Line } from './line';
import { LineWatch } from './lineWatch';
import type { LineStep, Wanted } from './mediaTypes';

/** Pictures that nobody looks at are still sent for a moment, for who only glances at another tab. */
const glanceMs = 5_000;
const pictures: readonly (Track.Source | undefined)[] = [Track.Source.Camera, Track.Source.ScreenShare];

/** Tells the SFU whose picture is wanted here, over every connection that follows. What is not wanted is not sent. */
export class Receive {
  private wanted: Wanted | null = null;
  private room: Room | null = null;
  private hidden = false;
  private line: Line = goodLine;
  private readonly stopped = new WeakSet<RemoteTrackPublication>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onStep: () => void) {}

  get step(): LineStep {
    return this.line.step;
  }

  /** From now on this is wanted; before the first word everything is. */
  want(wanted: Wanted): void {
    this.wanted = wanted;
    this.apply();
  }

  /** Follows this connection until the answer is called. */
  follow(room: Room): () => void {
    this.room = room;
    const apply = () => this.apply();
    const look = () => this.look();
    const events = [RoomEvent.TrackSubscribed, RoomEvent.Reconnected] as const;
    for (const event of events) room.on(event, apply);
    document.addEventListener('visibilitychange', look);
    const watch = new LineWatch(room, this.line, (line) => {
      this.line = line;
      this.onStep();
    });
    return () => {
      watch.stop();
      for (const event of events) room.off(event, apply);
      document.removeEventListener('visibilitychange', look);
      clearTimeout(this.timer);
      if (this.room === room) this.room = null;
    };
  }

  private look(): void {
    clearTimeout(this.timer);
    const hide = (hidden: boolean) => {
      this.hidden = hidden;
      this.apply();
    };
    if (document.visibilityState === 'visible') return hide(false);
    this.timer = setTimeout(() => hide(true), glanceMs);
  }

  private apply(): void {
    if (!this.room || !this.wanted) return;
    for (const [identity, { trackPublications }] of this.room.remoteParticipants) {
      for (const publication of trackPublications.values()) this.ask(identity, publication);
    }
  }

  private ask(identity: string, publication: RemoteTrackPublication): void {
    const { wanted } = this;
    // What is asked before a picture has begun to come is lost at the SFU, and never asked again by the client.
    if (!wanted || !pictures.includes(publication.source) || !publication.isSubscribed) return;
    const isCamera = publication.source === Track.Source.Camera;
    const isWanted = isCamera ? wanted.cameras.has(identity) : wanted.screens;
    const isSent = isWanted && !this.hidden;
    if (isSent) this.chooseSize(publication, isCamera && !wanted.sharp);
    // What was never stopped comes by itself, and not while its tile is out of sight.
    if (isSent && !this.stopped.has(publication)) return;
    this.stopped.add(publication);
    publication.setEnabled(isSent);
  }

  /** Only of what is sent: the SFU would send what is stopped again. */
  private chooseSize(publication: RemoteTrackPublication, isMiddle: boolean): void {
    const quality = isMiddle ? VideoQuality.MEDIUM : VideoQuality.HIGH;
    if (publication.videoQuality !== quality) publication.setVideoQuality(quality);
  }
}
