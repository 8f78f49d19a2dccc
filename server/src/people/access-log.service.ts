import { Injectable } from '@nestjs/common';
import type { AccessEntry, AccessLog, AccessReport, AccessReportLine, exportAccessLog, InputOf, listAccessLog } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { choicesSql, elsewhereSql, pageSql, reportSql, subjectSql } from './access-log.sql.js';
import { managers, programsOf } from './scope.js';

const onePage = 50;

interface Subject {
  id: string;
  name: string;
  recordNumber: string;
  dateOfBirth: string;
  zone: string;
  programs: { name: string; zone: string }[];
}

/** Who looked at a chart: for those who manage the program, and for the patient who asks them. */
@Injectable()
export class AccessLogService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { params, query }: InputOf<typeof listAccessLog>): Promise<AccessLog> {
    const { scope, subject, zone } = await this.subject(actor, params.patientId);
    const about = [params.patientId, scope, zone];
    const filter = [query.before, query.personId, query.action, query.outcome, query.from, query.to].map((value) => value ?? null);
    const entries: AccessEntry[] = await this.database.query(pageSql, [...about, ...filter, onePage + 1]);
    const choices: Pick<AccessLog, 'people' | 'actions' | 'elsewhere'>[] = await this.database.query(choicesSql, about);
    const [{ people, actions, elsewhere } = { people: [], actions: [], elsewhere: 0 }] = choices;
    const shown = entries.slice(0, onePage);
    return {
      patient: { id: subject.id, name: subject.name },
      zone,
      entries: shown,
      next: entries.length > onePage ? (shown.at(-1)?.id ?? null) : null,
      people: people.sort((a, b) => a.name.localeCompare(b.name)),
      actions,
      elsewhere,
    };
  }

  async report(actor: Actor, { params, query }: InputOf<typeof exportAccessLog>): Promise<AccessReport> {
    const { scope, subject, zone } = await this.subject(actor, params.patientId);
    const about = [params.patientId, scope, zone, query.from, query.to];
    const lines: AccessReportLine[] = await this.database.query(reportSql, about);
    const counts: { elsewhere: number }[] = await this.database.query(elsewhereSql, about);
    const { id, name, recordNumber, dateOfBirth } = subject;
    return {
      patient: { id, name, recordNumber, dateOfBirth },
      programs: [...new Set(subject.programs.map((program) => program.name))],
      zone,
      ...query,
      madeAt: this.clock.iso(),
      lines,
      elsewhere: counts[0]?.elsewhere ?? 0,
    };
  }

  private async subject(actor: Actor, patientId: string): Promise<{ scope: string[] | null; subject: Subject; zone: string }> {
    const scope = programsOf(actor, managers);
    const rows: Subject[] = await this.database.query(subjectSql, [patientId, scope]);
    const subject = rows[0];
    if (!subject) throw new AppError('row.notFound');
    return { scope, subject, zone: subject.programs[0]?.zone ?? subject.zone };
  }
}
