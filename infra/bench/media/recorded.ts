import type { Page } from '@playwright/test';

/** One size of a picture, as the load generator takes it: frames of VP8 in base64, the first of them a key frame. */
export interface Layer {
  rid: string;
  quality: number;
  width: number;
  height: number;
  kbps: number;
  fps: number;
  frames: string[];
}

/** The sizes and rates that our page sends for a camera of 720p. */
const sizes: readonly Omit<Layer, 'frames'>[] = [
  { rid: 'q', quality: 0, width: 320, height: 180, kbps: 160, fps: 15 },
  { rid: 'h', quality: 1, width: 640, height: 360, kbps: 360, fps: 20 },
  { rid: 'f', quality: 2, width: 1280, height: 720, kbps: 1_700, fps: 25 },
];
const lengthSeconds = 2;

/** Draws something that moves like a head and shoulders before a still wall, and lets the browser encode it. */
async function encode({ width, height, kbps, fps, seconds }: Omit<Layer, 'frames'> & { seconds: number }): Promise<string[]> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws nothing.');
  const frames: string[] = [];
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      frames.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
    },
    error: (error) => console.error(error),
  });
  encoder.configure({ codec: 'vp8', width, height, bitrate: kbps * 1_000, framerate: fps, latencyMode: 'realtime' });
  for (let n = 0; n < fps * seconds; n += 1) {
    const turn = (n / (fps * seconds)) * 2 * Math.PI;
    pen.fillStyle = '#8a9aa0';
    pen.fillRect(0, 0, width, height);
    for (let spot = 0; spot < 200; spot += 1) {
      pen.fillStyle = `hsl(${(spot * 37) % 360} 25% ${40 + (spot % 30)}%)`;
      pen.fillRect((spot * 97) % width, (spot * 53) % height, width / 40, height / 30);
    }
    pen.fillStyle = '#c09a80';
    pen.beginPath();
    pen.ellipse(width / 2 + Math.sin(turn) * width * 0.05, height * 0.45, width * 0.13, height * 0.25, Math.sin(turn) * 0.1, 0, 7);
    pen.fill();
    pen.fillStyle = '#3d4f6b';
    pen.fillRect(width * 0.25 + Math.sin(turn) * width * 0.03, height * 0.7, width * 0.5, height * 0.3);
    const frame = new VideoFrame(canvas, { timestamp: (n * 1_000_000) / fps });
    encoder.encode(frame, { keyFrame: n === 0 });
    frame.close();
  }
  await encoder.flush();
  encoder.close();
  return frames;
}

/** A camera's picture in three sizes, encoded once. The page has to be of a secure origin. */
export async function recordLayers(page: Page): Promise<Layer[]> {
  const layers: Layer[] = [];
  for (const size of sizes) layers.push({ ...size, frames: await page.evaluate(encode, { ...size, seconds: lengthSeconds }) });
  return layers;
}
