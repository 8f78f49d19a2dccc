import type { PersonInView } from '@rejoin/shared';

/** Somebody on the list of people. */
export interface Listed extends PersonInView {
  seatId: string;
}
