import {
  dispose,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
  VideoStream,
  type RemoteTrack,
} from '@livekit/rtc-node';

const width = 64;
const height = 48;
const framesPerSecond = 15;

/** Somebody with real media: sends frames where told, and counts the frames that reach it. */
export class MediaClient {
  readonly room = new Room();
  frames = 0;
  private timer: NodeJS.Timeout | undefined;
  private source: VideoSource | undefined;

  constructor() {
    this.room.on(RoomEvent.TrackSubscribed, (track) => void this.count(track));
  }

  connect(url: string, token: string): Promise<void> {
    return this.room.connect(url, token, { autoSubscribe: true, dynacast: false });
  }

  /** The key that the SFU handed out by itself, or the one connected with. */
  get token(): string {
    return this.room.token ?? '';
  }

  async sendVideo(): Promise<void> {
    this.source = new VideoSource(width, height);
    const track = LocalVideoTrack.createVideoTrack('camera', this.source);
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast: false });
    await this.room.localParticipant?.publishTrack(track, options);
    const picture = new VideoFrame(new Uint8Array(width * height * 4).fill(128), width, height, VideoBufferType.RGBA);
    this.timer = setInterval(() => this.source?.captureFrame(picture), 1000 / framesPerSecond);
  }

  /** Tries to; whether the SFU takes it shows in what others get. */
  async sendScreen(): Promise<void> {
    const track = LocalVideoTrack.createVideoTrack('screen', new VideoSource(width, height));
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_SCREENSHARE, simulcast: false });
    await this.room.localParticipant?.publishTrack(track, options);
  }

  /** What others send, by kind: what the SFU has told of. */
  get sent(): TrackSource[] {
    const all = [...this.room.remoteParticipants.values()].flatMap((one) => [...one.trackPublications.values()]);
    return all.flatMap(({ source }) => (source === undefined ? [] : [source])).sort();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.room.disconnect().catch(() => undefined);
  }

  private async count(track: RemoteTrack): Promise<void> {
    if (track.kind !== TrackKind.KIND_VIDEO) return;
    const reader = framesOf(track)?.getReader();
    if (!reader) return;
    for (;;) {
      const { done } = await reader.read();
      if (done) return;
      this.frames += 1;
    }
  }
}

function framesOf(track: RemoteTrack): VideoStream | undefined {
  try {
    return new VideoStream(track);
  } catch {
    // It was gone before anybody could look at it.
    return undefined;
  }
}

/** Ends the media engine, which would keep the process alive. */
export const endMedia = (): Promise<void> => dispose();
