import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [rate, seconds] = [48_000, 4];

/** A voice at full scale that shouts for half of each second: many harmonics, so that no noise filter takes it for a hum. */
function sample(at: number): number {
  const second = at / rate;
  const part = second % 1;
  if (part > 0.5) return 0;
  const pitch = 180 + 60 * Math.sin(2 * Math.PI * 3 * second);
  let sum = 0;
  for (let harmonic = 1; harmonic <= 12; harmonic += 1) sum += Math.sin(2 * Math.PI * harmonic * pitch * part) / harmonic;
  return Math.max(-1, Math.min(1, sum * 1.2));
}

/** A sound for Chromium's fake microphone. */
export function shoutFile(): string {
  const folder = path.resolve(import.meta.dirname, '../../node_modules/.cache/rejoin');
  const file = path.join(folder, 'shout-1.wav');
  const count = rate * seconds;
  const body = Buffer.alloc(44 + count * 2);
  body.write('RIFF', 0);
  body.writeUInt32LE(36 + count * 2, 4);
  body.write('WAVEfmt ', 8);
  body.writeUInt32LE(16, 16);
  body.writeUInt16LE(1, 20);
  body.writeUInt16LE(1, 22);
  body.writeUInt32LE(rate, 24);
  body.writeUInt32LE(rate * 2, 28);
  body.writeUInt16LE(2, 32);
  body.writeUInt16LE(16, 34);
  body.write('data', 36);
  body.writeUInt32LE(count * 2, 40);
  for (let at = 0; at < count; at += 1) body.writeInt16LE(Math.round(sample(at) * 32_767), 44 + at * 2);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, body);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}
