import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';

interface Signs {
  /** The last sign of life. */
  seen?: Date;
  /** We ended the connection. */
  ended?: Date;
}

/**
 * Which participant at the SFU an identity is now. A page's beat counts for a connection only while this is certain: after
 * the signalling socket closed or our server started anew, the SFU has to be asked whether it is still the same one.
 */
@Injectable()
export class Presence {
  private readonly sids = new Map<string, string>();
  private readonly signs = new Map<string, Signs>();
  private readonly asked = new Subject<string>();
  private readonly doubted = new Map<string, number>();
  private doubts = 0;

  /** Sessions whose room at the SFU should be looked at. */
  readonly unsure$ = this.asked.asObservable();

  sidOf(identity: string): string | undefined {
    return this.sids.get(identity);
  }

  /** A place in the order of doubts, taken before the SFU is asked: its answer is older than a doubt that comes meanwhile. */
  get mark(): number {
    return this.doubts;
  }

  confirm(identity: string, sid: string, mark: number): void {
    if ((this.doubted.get(identity) ?? 0) <= mark) this.sids.set(identity, sid);
  }

  doubt(identity: string): void {
    this.sids.delete(identity);
    this.doubted.set(identity, (this.doubts += 1));
  }

  /** What was seen of an identity, kept for a participant that the SFU tells of later. */
  sign(identity: string, kind: keyof Signs, at: Date): void {
    this.signs.set(identity, { ...this.signs.get(identity), [kind]: at });
  }

  signsAfter(identity: string, joinedAt: Date): Signs {
    const { seen, ended } = this.signs.get(identity) ?? {};
    return { ...(seen && seen > joinedAt && { seen }), ...(ended && ended > joinedAt && { ended }) };
  }

  forgetBefore(at: Date): void {
    for (const [identity, { seen, ended }] of this.signs) {
      if ((seen ?? at) > at || (ended ?? at) > at) continue;
      this.signs.delete(identity);
      this.doubted.delete(identity);
    }
  }

  ask(sessionId: string): void {
    this.asked.next(sessionId);
  }
}
