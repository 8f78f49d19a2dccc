import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { readDemo, ReplyOf } from '@rejoin/shared';
import { DataSource, IsNull, Not } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { Person } from '../people/person.entity.js';
import { StaffService } from '../people/staff.service.js';
import { ProgramService } from '../programs/program.service.js';
import { cohorts, program } from './demo-id.js';
import { DemoDays } from './demo.days.js';
import { DemoPast } from './demo.past.js';
import { DemoPeople, grace } from './demo.people.js';
import { demoPeople } from './people.js';

/** Fills an empty database for trying out, and keeps its calendar filled. Never touches a database with other people. */
@Injectable()
export class DemoService implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: DataSource,
    private readonly people: DemoPeople,
    private readonly days: DemoDays,
    private readonly past: DemoPast,
    private readonly programs: ProgramService,
    private readonly staff: StaffService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.DEMO) return;
    const isEmpty = !(await this.database.manager.exists(Person));
    if (!isEmpty && !(await this.isHere())) return;
    if (!(await this.isComplete())) await this.load();
    await this.past.fill();
    await this.days.fill();
  }

  async read(): Promise<ReplyOf<typeof readDemo>> {
    if (!this.config.DEMO || !(await this.isHere())) return { people: [], inboxUrl: null };
    return { people: demoPeople, inboxUrl: this.config.MAIL_INBOX_URL ?? null };
  }

  private isHere(): Promise<boolean> {
    return this.database.manager.existsBy(Person, { id: grace.personId });
  }

  private isComplete(): Promise<boolean> {
    return this.database.manager.existsBy(Person, { id: grace.personId, userId: Not(IsNull()) });
  }

  private async load(): Promise<void> {
    await this.people.addFirst();
    await this.programs.create(grace, {
      ...program,
      settings: { chatKeptDays: 30, phone: '(555) 010-0142', onCallHours: 'Every day, 7 AM to 10 PM' },
    });
    await this.programs.saveCohort(program.id, { id: cohorts.day, name: 'Day group', archived: false });
    await this.programs.saveCohort(program.id, { id: cohorts.evening, name: 'Evening group', archived: false });
    await this.people.addStaff(this.staff);
    await this.people.addPatients();
    await this.people.addAccounts();
  }
}
