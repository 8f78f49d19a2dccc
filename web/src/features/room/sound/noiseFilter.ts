import { loadRnnoise, RnnoiseWorkletNode } from '@sapphi-red/web-noise-suppressor';
import wasmUrl from '@sapphi-red/web-noise-suppressor/rnnoise.wasm?url';
import simdUrl from '@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm?url';
import workletUrl from '@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js?url';

/** RNNoise is trained on this rate. */
const sampleRate = 48_000;

export interface Filtered {
  track: MediaStreamTrack;
  close: () => void;
}

/** A second track with what the microphone hears, less the noise around. All of it is our own files, in this browser. */
export async function filterNoise(raw: MediaStreamTrack): Promise<Filtered> {
  const context = new AudioContext({ sampleRate, latencyHint: 'interactive' });
  try {
    const [wasmBinary] = await Promise.all([loadRnnoise({ url: wasmUrl, simdUrl }), context.audioWorklet.addModule(workletUrl)]);
    const source = new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([raw]) });
    const filter = new RnnoiseWorkletNode(context, { wasmBinary, maxChannels: 1 });
    const target = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    source.connect(filter).connect(target);
    await context.resume();
    const [track] = target.stream.getAudioTracks();
    if (!track) throw new Error('The filter gives no track.');
    const close = () => {
      filter.destroy();
      track.stop();
      void context.close().catch(() => undefined);
    };
    return { track, close };
  } catch (error) {
    void context.close().catch(() => undefined);
    throw error;
  }
}
