import { Transform } from 'node:stream';

/** The field of a mute in a message of the SFU. */
const muteTag = (9 << 3) | 2;

interface Frame {
  length: number;
  payloadAt: number;
}

/** The first frame of what came, which a server never masks; nothing where not all of it has come. */
function frameOf(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const short = (bytes[1] ?? 0) & 0x7f;
  const payloadAt = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < payloadAt) return undefined;
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  return bytes.length < payloadAt + size ? undefined : { length: payloadAt + size, payloadAt };
}

/** What the SFU says to a page, without its word that something of the page was turned off: as for a page that does not listen. */
export class Deaf extends Transform {
  dropped = 0;
  private rest = Buffer.alloc(0);

  override _transform(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (let frame = frameOf(this.rest); frame; frame = frameOf(this.rest)) {
      if (this.rest[frame.payloadAt] === muteTag) this.dropped += 1;
      else this.push(this.rest.subarray(0, frame.length));
      this.rest = this.rest.subarray(frame.length);
    }
    done();
  }
}
