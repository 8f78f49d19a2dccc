/** How many messages a socket may send: some at once, and a steady number after that. */
export class Allowance {
  private left: number;
  private at: number;
  private excess = 0;

  constructor(
    private readonly atOnce = 30,
    private readonly perSecond = 10,
    private readonly now: () => number = Date.now,
  ) {
    this.left = atOnce;
    this.at = now();
  }

  take(): boolean {
    const now = this.now();
    this.left = Math.min(this.atOnce, this.left + ((now - this.at) / 1000) * this.perSecond);
    this.at = now;
    if (this.left < 1) {
      this.excess += 1;
      return false;
    }
    this.left -= 1;
    return true;
  }

  /** Someone who goes on regardless. */
  get isAbused(): boolean {
    return this.excess > this.atOnce * 10;
  }
}
