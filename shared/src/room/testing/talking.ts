import { coLead, lead, running, type Play } from './play.js';

/** Lead, co-lead, Ana, Ben and Cleo are in; the session runs. */
export function together(): Play {
  const play = running();
  play.arrive(coLead);
  play.by(lead, { type: 'admitAll' });
  return play;
}

/** A round of them by name, under way. */
export function round(play: Play, oneVoice = false): Play {
  play.by(lead, { type: 'round.prepare', kind: 'checkIn', by: 'name' });
  play.by(lead, { type: 'round.start', oneVoice });
  return play;
}
