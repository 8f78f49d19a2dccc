import { LocalAudioTrack, LocalVideoTrack, type Room, RoomEvent, Track } from 'livekit-client';
import { onOwnScreen, type OwnScreen, ownScreen } from '../share/screen';

type Sent = LocalAudioTrack | LocalVideoTrack;

const { ScreenShare, ScreenShareAudio } = Track.Source;

/** Sends the screen that is shown, as soon as the SFU takes it from us and for as long as it does. */
export class ScreenPublisher {
  private sent: { screen: OwnScreen; tracks: Sent[] } | null = null;
  private busy = false;
  private again = false;
  private readonly unsubscribe: () => void;

  constructor(private readonly room: Room) {
    this.unsubscribe = onOwnScreen(this.sync);
    room.on(RoomEvent.ParticipantPermissionsChanged, this.sync);
    this.sync();
  }

  close(): void {
    this.unsubscribe();
    this.room.off(RoomEvent.ParticipantPermissionsChanged, this.sync);
  }

  readonly sync = (): void => {
    this.again = true;
    if (!this.busy) void this.run();
  };

  /** One change at a time; what came meanwhile is seen in the next turn. */
  private async run(): Promise<void> {
    this.busy = true;
    while (this.again) {
      this.again = false;
      await this.bring().catch(() => undefined);
    }
    this.busy = false;
  }

  private isTaken(): boolean {
    const { permissions } = this.room.localParticipant;
    return permissions?.canPublishSources.includes(Track.sourceToProto(ScreenShare)) ?? false;
  }

  private async bring(): Promise<void> {
    const screen = this.isTaken() ? ownScreen() : null;
    if (this.sent && this.sent.screen !== screen) await this.take();
    if (screen && !this.sent) await this.send(screen);
  }

  private async send(screen: OwnScreen): Promise<void> {
    const video = new LocalVideoTrack(screen.video, undefined, true);
    const audio = screen.audio && new LocalAudioTrack(screen.audio, undefined, true);
    this.sent = { screen, tracks: audio ? [video, audio] : [video] };
    const { localParticipant } = this.room;
    try {
      await localParticipant.publishTrack(video, { source: ScreenShare });
      if (audio) await localParticipant.publishTrack(audio, { source: ScreenShareAudio, dtx: false, red: false });
    } catch (error) {
      await this.take();
      throw error;
    }
  }

  private async take(): Promise<void> {
    const tracks = this.sent?.tracks ?? [];
    this.sent = null;
    for (const track of tracks) await this.room.localParticipant.unpublishTrack(track, false);
  }
}
