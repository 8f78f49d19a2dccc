import { Injectable } from '@nestjs/common';
import type { RoomCommand, TakeFirstStep } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { ConnectionsService } from '../attendance/connections.service.js';
import { Person } from '../people/person.entity.js';
import { patients, type DemoPatient } from './cast.js';
import { demoId, personId, program } from './demo-id.js';
import { DemoHands } from './demo-hands.js';
import { DemoDays, seated, threeHours } from './demo.days.js';
import { DemoPastNotes } from './demo.past-notes.js';

const sessionId = demoId('the finished session');
/** Minutes from the planned start at which somebody's time differs from everyone's. */
const late: Record<string, number> = { priya: 9 };
const early: Record<string, number> = { kofi: 152 };
const lost = { key: 'owen', from: 71, to: 77 };
const starts = 1;
const ends = 182;

/** A session that is over, held through the room, the gate and the notes themselves, each thing at its own time. */
@Injectable()
export class DemoPast {
  private noon = 0;

  constructor(
    private readonly database: DataSource,
    private readonly hands: DemoHands,
    private readonly days: DemoDays,
    private readonly connections: ConnectionsService,
    private readonly notes: DemoPastNotes,
  ) {}

  /** Once: the database keeps it afterwards. */
  async fill(): Promise<void> {
    const held: unknown[] = await this.database.query('SELECT 1 FROM session WHERE id = $1', [sessionId]);
    if (held.length > 0) return;
    await this.planned();
    for (const patient of patients) await this.firstSteps(patient);
    for (const patient of patients) await this.gateOf(patient);
    await this.hour();
    await this.notes.write(sessionId, this.time(ends));
  }

  /** The last weekday before today, at one o'clock. */
  private async planned(): Promise<void> {
    const today = Temporal.Instant.fromEpochMilliseconds(Date.now()).toZonedDateTimeISO(program.zone);
    let day = today.toPlainDate().subtract({ days: 1 });
    while (day.dayOfWeek > 5) day = day.subtract({ days: 1 });
    const start = day.toZonedDateTime({ timeZone: program.zone, plainTime: '13:00' });
    this.noon = start.epochMilliseconds;
    await this.at(-24 * 60, () =>
      this.days.plan(sessionId, {
        kind: 'group',
        title: 'Day group',
        cohortId: null,
        startsLocal: start.toPlainDateTime().toString({ smallestUnit: 'minute' }),
        plannedMinutes: 180,
        blocks: threeHours('ruth', 'samuel'),
        cast: [['ruth', 'lead'], ['samuel', 'coLead'], ...seated(patients.map(({ key }) => key))],
      }),
    );
  }

  private at<T>(minute: number, work: () => Promise<T>): Promise<T> {
    return this.hands.clock.during(this.time(minute), work);
  }

  private time(minute: number): Date {
    return new Date(this.noon + minute * 60_000);
  }

  private async firstSteps({ key, dateOfBirth, pronouns }: DemoPatient): Promise<void> {
    const id = personId(key);
    const { displayName, familyName, givenName } = await this.database.manager.findOneByOrFail(Person, { id });
    const taken: TakeFirstStep[] = [
      { step: 'name', displayName, pronouns },
      { step: 'identity', familyName, dateOfBirth },
      { step: 'number', phone: '(555) 010-0161' },
      { step: 'contact', name: `Robin ${familyName}`, relation: 'Family', phone: '(555) 010-0187', notWhen: 'After 9 PM' },
      { step: 'devices', camera: true, microphone: true, speaker: true },
      { step: 'feel' },
      { step: 'vanish' },
      { step: 'look' },
    ];
    await this.at(-12 * 60, async () => {
      for (const step of taken) await this.hands.steps.take(id, step);
      for (const text of (await this.hands.consents.of(id)).texts) {
        await this.hands.consents.sign(id, {
          id: demoId(`consent ${key} ${text.kind}`),
          textId: text.id,
          name: `${givenName} ${familyName}`,
        });
      }
    });
  }

  private async gateOf({ key, street }: DemoPatient): Promise<void> {
    const newPlace = { id: demoId(`place ${key}`), kind: 'home', address: `${street}, Albany`, state: 'NY' } as const;
    const answer = { newPlace, overheard: 'nobody', number: '(555) 010-0161', driving: false } as const;
    await this.at(-9, () => this.hands.gate.answer(sessionId, personId(key), answer));
  }

  private async hour(): Promise<void> {
    const first = patients.filter(({ key }) => !late[key]).map(({ key }) => key);
    for (const key of ['ruth', 'samuel']) await this.comes(key, -6);
    for (const key of first) await this.does(key, -4, { type: 'arrive', device: this.device(key), stayHere: false });
    await this.does('ruth', starts, { type: 'admitAll' });
    await this.does('ruth', starts, { type: 'start' });
    for (const key of first) await this.joined(key, starts);
    for (const [key, minute] of Object.entries(late)) await this.isLate(key, minute);
    await this.says('theo', 24, 'I brought the letters today.');
    await this.agenda();
    await this.drops();
    await this.says('carmen', 96, 'Thank you for staying with me.');
    for (const [key, minute] of Object.entries(early)) await this.leaves(key, minute);
    await this.everyoneLeaves();
  }

  private async isLate(key: string, minute: number): Promise<void> {
    await this.does(key, minute - 1, { type: 'arrive', device: this.device(key), stayHere: false });
    await this.does('samuel', minute, { type: 'admit', seatId: this.seat(key) });
    await this.joined(key, minute);
  }

  private async agenda(): Promise<void> {
    const begins = [31, 92, 107, 168];
    for (const [at, minute] of begins.entries()) {
      await this.does('ruth', minute, { type: 'goToBlock', blockId: demoId(`block ${sessionId} ${at + 1}`) });
    }
  }

  /** Somebody's line fails for a while, and the room takes them back without a word. */
  private async drops(): Promise<void> {
    await this.parted(lost.key, lost.from, false);
    await this.does(lost.key, lost.to, { type: 'arrive', device: this.device(lost.key), stayHere: false });
    await this.joined(lost.key, lost.to);
  }

  private async leaves(key: string, minute: number): Promise<void> {
    await this.does(key, minute, { type: 'leave', device: this.device(key) });
    await this.parted(key, minute, true);
    await this.does(key, minute, { type: 'answerLeaving', answer: 'call' });
    await this.does('samuel', minute + 40, { type: 'markAnswer', seatId: this.seat(key), mark: 'called' });
  }

  private async everyoneLeaves(): Promise<void> {
    await this.does('ruth', ends, { type: 'end' });
    const stayed = ['ruth', 'samuel', ...patients.map(({ key }) => key)].filter((key) => !early[key]);
    for (const key of stayed) await this.parted(key, ends, true);
  }

  private async comes(key: string, minute: number): Promise<void> {
    await this.does(key, minute, { type: 'arrive', device: this.device(key), stayHere: false });
    await this.joined(key, minute);
  }

  private async says(key: string, minute: number, body: string): Promise<void> {
    await this.does(key, minute, { type: 'chat.say', textId: demoId(`line ${key} ${minute}`), body });
  }

  private device = (key: string): string => demoId(`device ${key}`);
  private seat = (key: string): string => demoId(`seat ${sessionId} ${key}`);

  private async does(key: string, minute: number, command: RoomCommand): Promise<void> {
    const id = demoId(`command ${key} ${minute} ${command.type}`);
    await this.at(minute, () => this.hands.room.run(sessionId, personId(key), { id, command }));
  }

  private async connected(key: string, minute: number) {
    const state = await this.hands.store.read(sessionId);
    const identity = state.standings[this.seat(key)]?.identity ?? '';
    const sid = `demo_${key}_${state.standings[this.seat(key)]?.place === 'main' && minute >= lost.to && key === lost.key ? 2 : 1}`;
    return { sid, identity, sessionId, seatId: this.seat(key), personId: personId(key), joinedAt: this.time(minute) };
  }

  private async joined(key: string, minute: number): Promise<void> {
    await this.connections.joined(await this.connected(key, minute), 'webhook');
    await this.filmed(key, minute);
  }

  /** What the pages of a live session say of themselves every two seconds: here it is one row, for there were no pages. */
  private async filmed(key: string, minute: number): Promise<void> {
    const until = key === lost.key && minute < lost.to ? lost.from : (early[key] ?? ends);
    await this.database.query(
      `INSERT INTO medium (session_id, person_id, kind, from_at, to_at, last_seen, source)
       SELECT $1, $2, kind, $3, $4, $4, 'heartbeat' FROM unnest(ARRAY['videoSent', 'couldHear']) AS kind`,
      [sessionId, personId(key), this.time(minute), this.time(until)],
    );
  }

  private async parted(key: string, minute: number, byChoice: boolean): Promise<void> {
    await this.connections.left(await this.connected(key, minute), { at: this.time(minute), byChoice });
  }
}
