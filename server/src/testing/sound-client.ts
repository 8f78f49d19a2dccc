import {
  AudioFrame,
  AudioSource,
  AudioStream,
  LocalAudioTrack,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
  type RemoteTrack,
} from '@livekit/rtc-node';
import { MediaClient } from './media-client.js';

const rate = 48_000;
const frameMs = 10;
const samples = (rate * frameMs) / 1_000;

/** Somebody who sounds a tone where told, and measures the sound that reaches them. */
export class SoundClient extends MediaClient {
  /** How many of the frames that came were not silent. */
  heard = 0;
  private track: LocalAudioTrack | undefined;
  private tone: AudioSource | undefined;
  private sounding = true;

  constructor() {
    super();
    this.room.on(RoomEvent.TrackSubscribed, (track) => void this.listen(track));
  }

  async sound(): Promise<void> {
    this.tone ??= this.began();
    this.track = LocalAudioTrack.createAudioTrack('microphone', this.tone);
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: false });
    await this.room.localParticipant?.publishTrack(this.track, options);
  }

  /** Sends anew, allowed or not. */
  async soundAgain(): Promise<void> {
    const sid = this.track?.sid;
    if (sid !== undefined) await this.room.localParticipant?.unpublishTrack(sid);
    await this.sound();
  }

  get muted(): boolean {
    return [...(this.room.localParticipant?.trackPublications.values() ?? [])].every(({ muted }) => muted ?? false);
  }

  override async close(): Promise<void> {
    this.sounding = false;
    await super.close();
  }

  private began(): AudioSource {
    const source = new AudioSource(rate, 1);
    void this.play(source);
    return source;
  }

  private async play(source: AudioSource): Promise<void> {
    const tone = Int16Array.from({ length: samples }, (_, at) => 12_000 * Math.sin((2 * Math.PI * 400 * at) / rate));
    while (this.sounding) await source.captureFrame(new AudioFrame(tone, rate, 1, samples));
  }

  private async listen(track: RemoteTrack): Promise<void> {
    if (track.kind !== TrackKind.KIND_AUDIO) return;
    const reader = new AudioStream(track).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (value.data.some((sample) => Math.abs(sample) > 1_000)) this.heard += 1;
    }
  }
}
