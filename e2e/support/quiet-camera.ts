import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [width, height, frames, perSecond] = [640, 360, 20, 10];

type Yuv = readonly [y: number, u: number, v: number];
const wall: Yuv = [168, 122, 136];
const shirt: Yuv = [92, 138, 112];
const face: Yuv = [182, 112, 146];
const hair: Yuv = [66, 124, 134];

const within = (x: number, y: number, cx: number, cy: number, rx: number, ry: number): boolean =>
  ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;

/** Somebody in front of a wall, who sways a little. */
function colour(x: number, y: number, sway: number): Yuv {
  const cx = width / 2 + sway;
  if (within(x, y, cx, 175, 52, 66)) return y < 138 ? hair : face;
  if (within(x, y, cx, 165, 60, 74)) return hair;
  if (within(x, y, cx - sway / 2, 400, 150, 150)) return shirt;
  const shade = Math.round((x / width) * 24 - (y / height) * 16);
  return [wall[0] + shade, wall[1], wall[2]];
}

function frame(sway: number): Buffer {
  const [luma, blue, red] = [Buffer.alloc(width * height), Buffer.alloc((width * height) / 4), Buffer.alloc((width * height) / 4)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [l, u, v] = colour(x, y, sway);
      luma[y * width + x] = l;
      if (x % 2 || y % 2) continue;
      blue[(y / 2) * (width / 2) + x / 2] = u;
      red[(y / 2) * (width / 2) + x / 2] = v;
    }
  }
  return Buffer.concat([Buffer.from('FRAME\n'), luma, blue, red]);
}

/** A film for Chromium's fake camera (YUV4MPEG2): the browser's own is a bright green clock that beeps at whoever looks. */
export function quietCamera(): string {
  const folder = path.resolve(import.meta.dirname, '../../node_modules/.cache/rejoin');
  const file = path.join(folder, 'quiet-camera-1.y4m');
  if (existsSync(file)) return file;
  const sways = Array.from({ length: frames }, (_, at) => Math.round(Math.sin((at / frames) * 2 * Math.PI) * 14));
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F${perSecond}:1 Ip A1:1 C420jpeg\n`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.part`, Buffer.concat([head, ...sways.map(frame)]));
  renameSync(`${file}.part`, file);
  return file;
}
