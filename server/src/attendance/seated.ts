/** Whose presence it is: a seat of a session, as the room found it by the identity at the SFU. */
export interface Seated {
  sessionId: string;
  seatId: string;
  personId: string;
}
