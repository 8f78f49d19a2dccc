import { Injectable } from '@nestjs/common';

/** Whether a person stands in a live room now, or in that of one session. The rooms bring the answer, for access knows none of them. */
@Injectable()
export class LiveRooms {
  private look: (personId: string, sessionId?: string) => Promise<boolean> = () => Promise.resolve(false);

  answerBy(look: (personId: string, sessionId?: string) => Promise<boolean>): void {
    this.look = look;
  }

  holds(personId: string, sessionId?: string): Promise<boolean> {
    return this.look(personId, sessionId);
  }
}
