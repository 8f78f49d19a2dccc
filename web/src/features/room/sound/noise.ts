import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useSyncExternalStore } from 'react';
import { useLocalMediaState } from '../media/useLocalMedia';
import { useRoom } from '../state/roomContext';

/** Whether the noise around one's microphone is taken away: a matter of this device and its place. */
export function useNoiseWish(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage({ key: 'rejoin-less-noise', defaultValue: false, getInitialValueInEffect: false });
  return [on, setOn];
}

/** What a browser needs for it. */
export const canFilterNoise = (): boolean => typeof WebAssembly !== 'undefined' && typeof AudioWorkletNode !== 'undefined';

let failed = false;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The filter was wished for and does not run here; the microphone is sent as it is. */
export function useNoiseFailed(): boolean {
  return useSyncExternalStore(subscribe, () => failed);
}

function fail(): void {
  failed = true;
  for (const listener of listeners) listener();
}

/** The sender lets go of a track before it ends. */
const closeAfterMs = 500;

/** Puts the filtered track in the place of the raw one for as long as it is wished for. */
function useNoiseFilter(): void {
  const { media } = useRoom();
  const [wished] = useNoiseWish();
  const { track } = useLocalMediaState(media).microphone;
  useEffect(() => {
    if (!wished || !track || !canFilterNoise()) return;
    const { signal, abort } = cancelling();
    import('./noiseFilter')
      .then(({ filterNoise }) => filterNoise(track))
      .then((filtered) => {
        if (signal.aborted) return filtered.close();
        media.setFiltered({ of: track, track: filtered.track });
        signal.addEventListener('abort', () => {
          media.setFiltered(null);
          setTimeout(filtered.close, closeAfterMs);
        });
      })
      .catch(fail);
    return abort;
  }, [wished, track, media]);
}

function cancelling(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

/** Keeps the filter as wished, from anywhere on the stage. */
export function NoiseKeeper() {
  useNoiseFilter();
  return null;
}
