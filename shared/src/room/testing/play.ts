import type { RoomCommand, SystemCommand } from '../command.js';
import { decide } from '../decide.js';
import type { Actor, DecideContext, Decision } from '../decision.js';
import type { RoomEvent } from '../event.js';
import { evolve } from '../evolve.js';
import type { RoomState, RosterSeat } from '../state.js';
import { emptyLog } from '../state.js';
import { textToKeep } from '../texts.js';

export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const lead = idOf(1);
export const coLead = idOf(2);
export const ana = idOf(3);
export const ben = idOf(4);
export const cleo = idOf(5);
export const observer = idOf(6);
export const ended = idOf(7);
export const blockA = idOf(101);
export const blockB = idOf(102);

/** Two tabs of each seat. */
export const deviceOf = (seatId: string, tab = 1): string => idOf(Number(seatId.slice(-12)) * 1000 + tab);
export const identityOf = (seatId: string, device: string): string => `p_${seatId.slice(-3)}_${device.slice(-4)}`;
export const mediaRoom = 'm_room';
export const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 23, 18, 0, seconds)).toISOString();

export function seat(seatId: string, capacity: RosterSeat['capacity'], name: string, more: Partial<RosterSeat> = {}): RosterSeat {
  const staff = capacity === 'lead' || capacity === 'coLead';
  const personId = idOf(Number(seatId.slice(-12)) + 9000);
  return { seatId, personId, capacity, staff, name, pronouns: '', ended: false, ...more };
}

const roster = [
  seat(lead, 'lead', 'Dana'),
  seat(coLead, 'coLead', 'Eli'),
  seat(ana, 'patient', 'Ana'),
  seat(ben, 'patient', 'Ben'),
  seat(cleo, 'coFacilitator', 'Cleo'),
  seat(observer, 'observer', 'Olu'),
  seat(ended, 'patient', 'Finn', { ended: true }),
];

/** A planned group of two leads, two patients, a patient co-facilitator, an observer and a seat that was ended. */
export const planned: RoomState = {
  ...emptyLog,
  plan: {
    sessionId: idOf(900),
    title: 'Evening group',
    kind: 'group',
    mode: 'virtual',
    startsAt: at(0),
    zone: 'America/New_York',
    plannedMinutes: 180,
    cancelled: false,
    phone: '555-0100',
    chatKeptDays: 30,
    blocks: [
      { id: blockA, kind: 'checkIn', topic: 'Mood', minutes: 30, treatment: true, leadId: idOf(9001), leadName: 'Dana' },
      { id: blockB, kind: 'break', topic: '', minutes: 150, treatment: false, leadId: null, leadName: '' },
    ],
  },
  roster: Object.fromEntries(roster.map((one) => [one.seatId, one])),
  texts: {},
};

/** In place of the time of an act: the one that the person's page shows then. */
export const whichStands = at(-1);

export interface Step {
  second: number;
  actor: Actor;
  command: RoomCommand | SystemCommand;
}

/** A room that is played command by command, with the log it wrote. */
export class Play {
  events: RoomEvent[] = [];
  /** What the server knows besides. */
  context: Partial<DecideContext> = {};

  constructor(public state: RoomState = planned) {}

  /** Runs one step and gives what `decide` said. */
  step({ second, actor, command: asked }: Step): Decision {
    const command = this.named(asked, actor);
    const identity = actor !== 'system' && command.type === 'arrive' ? identityOf(actor.seatId, command.device) : undefined;
    const decision = decide(this.state, command, actor, { now: at(second), identity, mediaRoom, seed: second, ...this.context });
    if ('refusal' in decision) return decision;
    for (const event of decision.events) this.append({ ...event, seq: this.state.seq + 1, at: at(second), actor: null });
    const said = textToKeep(command, decision.events);
    if (said) this.keep(said.id, said.body);
    return decision;
  }

  private named(command: Step['command'], actor: Actor): Step['command'] {
    if (command.type !== 'readAct' || command.at !== whichStands || actor === 'system') return command;
    return { ...command, at: this.state.acts[actor.seatId]?.at ?? whichStands };
  }

  append(event: RoomEvent): void {
    this.events.push(event);
    this.state = { ...this.state, ...evolve(this.state, event) };
  }

  private keep(textId: string, body: string): void {
    this.state = { ...this.state, texts: { ...this.state.texts, [textId]: body } };
  }

  private second = 0;

  /** A step by a seat, a second later than the one before. */
  by(seatId: string, command: RoomCommand): Decision {
    return this.step({ second: (this.second += 1), actor: { seatId }, command });
  }

  server(command: SystemCommand): Decision {
    return this.step({ second: (this.second += 1), actor: 'system', command });
  }

  arrive(seatId: string, tab = 1, stayHere = false): Decision {
    return this.by(seatId, { type: 'arrive', device: deviceOf(seatId, tab), stayHere });
  }

  wait(seconds: number): this {
    this.second += seconds;
    return this;
  }

  get now(): string {
    return at(this.second);
  }
}

/** The types of the events of a decision, or its refusal. */
export const typesOf = (decision: Decision) => ('events' in decision ? decision.events.map((event) => event.type) : decision.refusal);

/** The lead is in, Ana too; Ben and Cleo wait; the session runs. */
export function running(): Play {
  const play = new Play();
  for (const seatId of [lead, ana, ben, cleo]) play.arrive(seatId);
  play.by(lead, { type: 'admit', seatId: ana });
  play.by(lead, { type: 'start' });
  return play;
}
