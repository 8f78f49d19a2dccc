import { pause } from '../media/retry';

const [width, height] = [32, 18];
const withinMs = 4_000;

function lightOf(video: HTMLVideoElement, paper: CanvasRenderingContext2D): number {
  paper.drawImage(video, 0, 0, width, height);
  const { data } = paper.getImageData(0, 0, width, height);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum += 0.3 * (data[at] ?? 0) + 0.6 * (data[at + 1] ?? 0) + 0.1 * (data[at + 2] ?? 0);
  return sum / (data.length / 4);
}

/** How light the picture of a camera is, from 0 to 255; null where no picture comes. Cameras need a moment to adapt. */
export async function brightness(track: MediaStreamTrack, signal: AbortSignal): Promise<number | null> {
  const video = document.createElement('video');
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  if (!paper) return null;
  Object.assign(video, { muted: true, playsInline: true, srcObject: new MediaStream([track]) });
  await video.play().catch(() => undefined);
  let light: number | null = null;
  const until = performance.now() + withinMs;
  while (performance.now() < until && !signal.aborted && (light ?? 0) < 40) {
    await pause(250, signal);
    if (video.videoWidth > 0) light = lightOf(video, paper);
  }
  video.srcObject = null;
  return light;
}
