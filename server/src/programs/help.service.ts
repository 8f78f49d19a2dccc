import { Injectable } from '@nestjs/common';
import { ProgramSettings, type ProgramHelp } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import type { Actor } from '../common/request.js';
import { OnCallService } from './on-call.service.js';

/** Programs where $1 is a patient now, by role ($2) or by an open episode of care. */
const ownProgramsSql = `
  SELECT p.id, p.name, p.settings FROM program p
  WHERE p.id = ANY ($2) OR EXISTS (SELECT 1 FROM episode e WHERE e.patient_id = $1 AND e.program_id = p.id AND e.closed_on IS NULL)
  ORDER BY p.name`;

@Injectable()
export class HelpService {
  constructor(
    private readonly database: DataSource,
    private readonly onCall: OnCallService,
  ) {}

  /** Empty for everyone who is nobody's patient now. */
  async own(actor: Actor): Promise<ProgramHelp[]> {
    const held = actor.roles.filter(({ role }) => role === 'patient');
    if (held.length === 0) return [];
    const ids = held.flatMap(({ programId }) => programId ?? []);
    const programs: { id: string; name: string; settings: unknown }[] = await this.database.query(ownProgramsSql, [actor.personId, ids]);
    const now = await this.onCall.now(programs.map(({ id }) => id));
    return programs.map(({ id, name, settings }) => {
      const { phone, onCallHours } = ProgramSettings.parse(settings);
      // A page that is locked says nothing of where its person is treated.
      return { id, name: actor.locked ? '' : name, phone, hours: onCallHours, onCall: now.get(id) ?? null };
    });
  }
}
