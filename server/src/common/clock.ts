import { Injectable } from '@nestjs/common';

/** The one source of "now", so that tests can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  iso(): string {
    return this.now().toISOString();
  }
}
