import { Injectable, Logger } from '@nestjs/common';
import { proposedBlocks, type Block, type Capacity, type NewSession } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { SessionService } from '../schedule/session.service.js';
import { patients } from './cast.js';
import { cohorts, demoId, personId, program } from './demo-id.js';
import { grace } from './demo.people.js';

export type Cast = [key: string, capacity: Capacity][];
export type Plan = Omit<NewSession, 'id' | 'seats' | 'blocks' | 'programId' | 'mode'> & {
  blocks: readonly Omit<Block, 'id'>[];
  cast: Cast;
};

export const seated = (keys: readonly string[]): Cast => keys.map((key) => [key, 'patient']);
const dayGroup = patients.filter(({ cohort }) => cohort === 'day').map(({ key }) => key);
const eveningGroup = patients.filter(({ cohort }) => cohort === 'evening').map(({ key }) => key);

const topics: Partial<Record<Block['kind'], string>> = { process: 'What the week asked of us', skills: 'Check the facts' };
export const threeHours = (lead: string, coLead: string): Omit<Block, 'id'>[] =>
  proposedBlocks.map((block) => ({
    ...block,
    topic: topics[block.kind] ?? '',
    leadId: block.kind === 'skills' ? personId(coLead) : personId(lead),
  }));

const short = (minutes: number): Omit<Block, 'id'>[] => [
  { kind: 'checkIn', topic: '', minutes: 10, treatment: true, leadId: personId('ruth') },
  { kind: 'process', topic: '', minutes: minutes - 10, treatment: true, leadId: personId('ruth') },
];

const visit = (minutes: number, topic: string): Omit<Block, 'id'>[] => [{ kind: 'visit', topic, minutes, treatment: true, leadId: null }];

/** The week of the program: a day and an evening group, and visits between them. */
function plansOf(day: Temporal.PlainDate): Plan[] {
  const at = (time: string): string => `${day.toString()}T${time}`;
  const patient = dayGroup[day.dayOfWeek % dayGroup.length] ?? 'maya';
  const group = { kind: 'group', plannedMinutes: 180 } as const;
  const isPrescriberDay = day.dayOfWeek === 2 || day.dayOfWeek === 4;
  return [
    {
      ...group,
      title: 'Day group',
      cohortId: cohorts.day,
      startsLocal: at('13:00'),
      blocks: threeHours('ruth', 'samuel'),
      cast: [['ruth', 'lead'], ['samuel', 'coLead'], ...seated(dayGroup)],
    },
    {
      ...group,
      title: 'Evening group',
      cohortId: cohorts.evening,
      startsLocal: at('17:30'),
      blocks: threeHours('samuel', 'dale'),
      cast: [['samuel', 'lead'], ['dale', 'coLead'], ...seated(eveningGroup)],
    },
    {
      kind: 'individual',
      title: 'Individual session',
      cohortId: null,
      startsLocal: at('09:00'),
      plannedMinutes: 50,
      blocks: visit(50, ''),
      cast: [
        ['ruth', 'lead'],
        [patient, 'patient'],
      ],
    },
    ...(isPrescriberDay
      ? [
          {
            kind: 'psychiatric',
            title: 'Prescriber visit',
            cohortId: null,
            startsLocal: at('10:30'),
            plannedMinutes: 30,
            blocks: visit(30, ''),
            cast: [
              ['lena', 'lead'],
              [patient, 'patient'],
            ] as Cast,
          } as const,
        ]
      : []),
  ];
}

/** Keeps the trial's calendar filled: a group that can be held at once, and a week ahead. */
@Injectable()
export class DemoDays {
  private readonly logger = new Logger(DemoDays.name);

  constructor(
    private readonly database: DataSource,
    private readonly sessions: SessionService,
    private readonly clock: Clock,
  ) {}

  async fill(): Promise<void> {
    await this.openNow();
    const today = this.now().toPlainDate();
    for (let days = 1; days <= 7; days++) {
      const day = today.add({ days });
      if (day.dayOfWeek > 5) continue;
      for (const plan of plansOf(day)) await this.plan(demoId(`session ${plan.startsLocal} ${plan.title}`), plan);
    }
  }

  /** A group that began a quarter of an hour ago at most, shorter where somebody has another session soon. */
  private async openNow(): Promise<void> {
    await this.releaseEnded();
    if (await this.isJoinable()) return;
    const now = this.now();
    const startsLocal = now
      .round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'floor' })
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });
    const cast: Cast = [
      ['ruth', 'lead'],
      ['samuel', 'coLead'],
      ['dale', 'coLead'],
      ['victor', 'observer'],
      ...seated(patients.map(({ key }) => key)),
    ];
    for (const plannedMinutes of [180, 120, 60, 30]) {
      const blocks = plannedMinutes === 180 ? threeHours('ruth', 'samuel') : short(plannedMinutes);
      const group = { kind: 'group', title: 'Open group', cohortId: null, startsLocal, plannedMinutes, blocks, cast } as const;
      if (await this.plan(randomUUID(), group)) return;
    }
  }

  /** Everyone of the trial is in it, and it is neither over nor cancelled. */
  private async isJoinable(): Promise<boolean> {
    const rows: unknown[] = await this.database.query(
      `SELECT 1 FROM session s JOIN seat x ON x.session_id = s.id
       WHERE s.program_id = $1 AND s.title = 'Open group' AND s.cancelled_at IS NULL AND s.ended_at IS NULL
         AND (upper(x.during) > $2 AND lower(x.during) <= $2 OR s.started_at IS NOT NULL)`,
      [program.id, this.clock.now()],
    );
    return rows.length > 0;
  }

  /** Who tries the program out ends a session early and wants to hold the next one at once. */
  private async releaseEnded(): Promise<void> {
    await this.database.query(
      `UPDATE seat SET holds_time = false FROM session s
       WHERE s.id = seat.session_id AND s.program_id = $1 AND s.ended_at IS NOT NULL AND holds_time AND upper(during) > $2`,
      [program.id, this.clock.now()],
    );
  }

  async plan(id: string, { blocks, cast, ...plan }: Plan): Promise<boolean> {
    const body: NewSession = {
      ...plan,
      id,
      programId: program.id,
      mode: 'virtual',
      blocks: blocks.map((block, at) => ({ ...block, id: demoId(`block ${id} ${at}`) })),
      seats: cast.map(([key, capacity]) => ({ id: demoId(`seat ${id} ${key}`), personId: personId(key), capacity })),
    };
    try {
      await this.sessions.create(grace, body);
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.logger.log(`The trial session at ${plan.startsLocal} was not planned: ${error.code}`);
      return false;
    }
  }

  private now(): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(this.clock.now().getTime()).toZonedDateTimeISO(program.zone);
  }
}
