import type { Page } from '@playwright/test';

/** What a test does to the devices of a page. */
interface Devices {
  tracks: MediaStreamTrack[];
  /** The browser finds none. */
  gone: boolean;
  /** The microphone gives nothing at all, as with its own switch off. */
  dead: boolean;
}

declare global {
  interface Window {
    rejoinDevices: Devices;
  }
}

/** Runs in the page before anything else. */
export function holdDevices(dead: boolean): void {
  const held: Devices = { tracks: [], gone: false, dead };
  window.rejoinDevices = held;
  const { mediaDevices } = navigator;
  const real = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wish) => {
    if (held.gone) throw new DOMException('There is none', 'NotFoundError');
    const stream = await real(wish);
    if (held.dead && wish?.audio) {
      for (const track of stream.getAudioTracks()) stream.removeTrack(track);
      const [silence] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
      if (silence) stream.addTrack(silence);
    }
    held.tracks.push(...stream.getTracks());
    return stream;
  };
}

/** Every camera and microphone is pulled out; none is left, or the ones of the machine are. */
export async function unplug(page: Page, { gone }: { gone: boolean }): Promise<void> {
  await page.evaluate((none) => {
    window.rejoinDevices.gone = none;
    for (const track of window.rejoinDevices.tracks.splice(0)) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  }, gone);
}

export async function plugIn(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.rejoinDevices.gone = false;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
}

/** The page goes to the background, the system takes its devices, and it is looked at again. */
export async function sleepAndWake(page: Page): Promise<void> {
  const show = (state: DocumentVisibilityState) =>
    page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await show('hidden');
  await unplug(page, { gone: true });
  await page.evaluate(() => (window.rejoinDevices.gone = false));
  await show('visible');
}
