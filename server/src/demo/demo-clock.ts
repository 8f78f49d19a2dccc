import { Clock } from '../common/clock.js';

/** A clock that can be set: what the trial did before its first start happens at its own time. */
export class DemoClock extends Clock {
  private at: Date | null = null;

  override now(): Date {
    return this.at ?? super.now();
  }

  async during<T>(at: Date, work: () => Promise<T>): Promise<T> {
    this.at = at;
    try {
      return await work();
    } finally {
      this.at = null;
    }
  }
}
