import { usualSensory } from '@rejoin/shared';
import { useSyncExternalStore } from 'react';
import { SoundOutput, type SoundSettings } from './soundOutput';

let settings: SoundSettings = usualSensory;
let output: SoundOutput | null | undefined;

/** The sound of this page, made when it is first needed; null in a browser without Web Audio. */
export function soundOutput(): SoundOutput | null {
  if (output !== undefined) return output;
  try {
    output = new SoundOutput(settings);
  } catch {
    output = null;
  }
  return output;
}

/** How loud it may get, and how sharp: from now on, and for all that is played. */
export function setSound(next: SoundSettings): void {
  settings = next;
  output?.set(next);
}

const nothing = () => () => undefined;

/** False while the browser waits for a touch of the page before it plays anything. */
export function useSoundRuns(needed: boolean): boolean {
  const sound = needed ? soundOutput() : null;
  return useSyncExternalStore(sound?.subscribe ?? nothing, sound?.runs ?? (() => true));
}

const toneSeconds = 1.2;

/** A soft tone, louder and quieter by itself so that it startles nobody; under the ceiling like all else. */
export const playTone = (): void => play(440, 0.12);

/** As loud as it may get: as much as anyone could send, and then the ceiling. It rises slowly. */
export const playLoudest = (): void => play(330, 0.7);

function play(hertz: number, loudness: number): void {
  const sound = soundOutput();
  if (!sound) return;
  const voice = sound.play((context) => {
    const tone = new OscillatorNode(context, { frequency: hertz });
    const volume = new GainNode(context, { gain: 0 });
    const now = context.currentTime;
    volume.gain.setValueAtTime(0, now);
    volume.gain.linearRampToValueAtTime(loudness, now + 0.6);
    volume.gain.linearRampToValueAtTime(0, now + toneSeconds);
    tone.start(now);
    tone.stop(now + toneSeconds);
    tone.onended = () => voice.close();
    return tone.connect(volume);
  });
}
