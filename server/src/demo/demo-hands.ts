import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AUTH, type Auth } from '../access/auth.js';
import { UsedCodes } from '../access/used-codes.service.js';
import { AuditService } from '../audit/audit.service.js';
import { CONFIG, type Config } from '../config.js';
import { Notifications } from '../database/notifications.js';
import { Prepared } from '../database/prepared.js';
import { NoteFactsService } from '../notes/facts.service.js';
import { NoteService } from '../notes/note.service.js';
import { NoteViews } from '../notes/note.views.js';
import { SigningService } from '../notes/signing.service.js';
import { SigningWindows } from '../notes/signing-window.service.js';
import { ConsentService } from '../people/consent.service.js';
import { FirstStepService } from '../people/first-step.service.js';
import { PlaceService } from '../people/place.service.js';
import { GateService } from '../room/gate.service.js';
import { RoomCommands } from '../room/room.commands.js';
import { RoomStore } from '../room/room.store.js';
import { DemoClock } from './demo-clock.js';

/** What a program uses every day, once more, on a clock that can be set. */
@Injectable()
export class DemoHands {
  readonly clock = new DemoClock();
  readonly consents: ConsentService;
  readonly steps: FirstStepService;
  readonly gate: GateService;
  readonly store: RoomStore;
  readonly room: RoomCommands;
  readonly notes: NoteService;
  readonly windows: SigningWindows;
  readonly signing: SigningService;

  constructor(
    database: DataSource,
    notifications: Notifications,
    prepared: Prepared,
    audit: AuditService,
    codes: UsedCodes,
    @Inject(AUTH) auth: Auth,
    @Inject(CONFIG) config: Config,
  ) {
    const { clock } = this;
    const places = new PlaceService(database);
    this.consents = new ConsentService(database, clock);
    this.steps = new FirstStepService(database, this.consents, places, clock);
    this.gate = new GateService(database, places, clock);
    this.store = new RoomStore(database, notifications, prepared);
    this.room = new RoomCommands(this.store, clock, config);
    const [facts, views] = [new NoteFactsService(), new NoteViews(clock)];
    this.notes = new NoteService(database, clock, facts, views, audit);
    this.windows = new SigningWindows(database, clock, audit, codes, auth);
    this.signing = new SigningService(database, clock, facts, views, this.windows, audit);
  }
}
