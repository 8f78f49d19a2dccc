import { Injectable } from '@nestjs/common';
import {
  consentKinds,
  DeviceCheck,
  firstSteps,
  type Consent,
  type FirstStep,
  type FirstSteps,
  type Identity,
  type PatientFirstSteps,
  type TakeFirstStep,
} from '@rejoin/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { ConsentService } from './consent.service.js';
import { IdentityDetail, isSameName } from './identity.rules.js';
import { PlaceService } from './place.service.js';
import { readSensory } from './sensory.sql.js';

const readSql = `
  SELECT p.display_name AS "displayName", p.pronouns, p.phone,
    (SELECT json_build_object('name', c.name, 'relation', c.relation, 'phone', c.phone, 'notWhen', c.not_when)
      FROM emergency_contact c WHERE c.person_id = p.id) AS contact,
    (SELECT COALESCE(json_agg(json_build_object('step', f.step, 'doneAt', f.done_at, 'detail', f.detail)), '[]')
      FROM first_step f WHERE f.person_id = p.id) AS done,
    COALESCE((SELECT g.settings ->> 'phone' FROM episode e JOIN program g ON g.id = e.program_id
      WHERE e.patient_id = p.id AND e.closed_on IS NULL ORDER BY e.opened_on DESC LIMIT 1), '') AS "programPhone"
  FROM person p WHERE p.id = $1`;

interface ReadRow extends Pick<FirstSteps, 'displayName' | 'pronouns' | 'phone' | 'contact' | 'programPhone'> {
  done: { step: FirstStep; doneAt: string; detail: unknown }[];
}

const identityTries = 5;

/** Both texts are signed: done when the later of them was. */
function consentsDone(signed: readonly Consent[]): string | null {
  const current = consentKinds.map((kind) => signed.find((consent) => consent.current && consent.text.kind === kind)?.signedAt);
  const times = current.filter((at) => at !== undefined);
  return times.length === consentKinds.length ? (times.sort().at(-1) ?? null) : null;
}

/** What a patient does before the first day: in any order, each kept at once, and done again whenever it changes. */
@Injectable()
export class FirstStepService {
  constructor(
    private readonly database: DataSource,
    private readonly consents: ConsentService,
    private readonly places: PlaceService,
    private readonly clock: Clock,
  ) {}

  async read(personId: string): Promise<FirstSteps> {
    return this.stepsOf(personId, await this.consents.signed(personId));
  }

  async forStaff(patientId: string): Promise<PatientFirstSteps> {
    const consents = await this.consents.signed(patientId);
    const [{ programPhone: _, ...steps }, places, sensory] = await Promise.all([
      this.stepsOf(patientId, consents),
      this.places.of(patientId),
      readSensory(this.database, patientId),
    ]);
    return { ...steps, places, consents, sensory };
  }

  private async stepsOf(personId: string, signed: readonly Consent[]): Promise<FirstSteps> {
    const rows: ReadRow[] = await this.database.query(readSql, [personId]);
    const row = rows[0];
    if (!row) throw new AppError('row.notFound');
    const { done, ...person } = row;
    const found = (step: FirstStep) => done.find((one) => one.step === step);
    const doneAt = (step: FirstStep): string | null => {
      if (step === 'consents') return consentsDone(signed);
      const at = found(step)?.doneAt;
      return at ? new Date(at).toISOString() : null;
    };
    return {
      ...person,
      steps: firstSteps.map((step) => ({ step, doneAt: doneAt(step) })),
      devices: DeviceCheck.safeParse(found('devices')?.detail).data ?? null,
      identityMatches: IdentityDetail.safeParse(found('identity')?.detail).data?.matches ?? null,
    };
  }

  async take(personId: string, taken: TakeFirstStep): Promise<FirstSteps> {
    await this.database.transaction(async (tx) => {
      await tx.query(`SELECT 1 FROM person WHERE id = $1 FOR UPDATE`, [personId]);
      const detail = await this.kept(tx, personId, taken);
      await tx.query(
        `INSERT INTO first_step (person_id, step, done_at, detail) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, step) DO UPDATE SET done_at = EXCLUDED.done_at, detail = EXCLUDED.detail`,
        [personId, taken.step, this.clock.now(), JSON.stringify(detail)],
      );
    });
    return this.read(personId);
  }

  /** Writes what the step is about where it belongs; gives what is kept with the step itself. */
  private async kept(tx: EntityManager, personId: string, taken: TakeFirstStep): Promise<object> {
    switch (taken.step) {
      case 'name':
        await tx.query(`UPDATE person SET display_name = $2, pronouns = $3 WHERE id = $1`, [personId, taken.displayName, taken.pronouns]);
        return {};
      case 'number':
        await tx.query(`UPDATE person SET phone = $2 WHERE id = $1`, [personId, taken.phone]);
        return {};
      case 'contact':
        await tx.query(
          `INSERT INTO emergency_contact (person_id, name, relation, phone, not_when, changed_at) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (person_id) DO UPDATE SET name = EXCLUDED.name, relation = EXCLUDED.relation, phone = EXCLUDED.phone,
             not_when = EXCLUDED.not_when, changed_at = EXCLUDED.changed_at`,
          [personId, taken.name, taken.relation, taken.phone, taken.notWhen, this.clock.now()],
        );
        return {};
      case 'identity':
        return this.compared(tx, personId, taken);
      case 'devices': {
        const { camera, microphone, speaker } = taken;
        return { camera, microphone, speaker };
      }
      case 'feel':
      case 'vanish':
      case 'look':
        return {};
    }
  }

  /** The record is never told; what was typed is not kept. */
  private async compared(tx: EntityManager, personId: string, { familyName, dateOfBirth }: Identity): Promise<IdentityDetail> {
    const rows: { familyName: string; dateOfBirth: string; detail: unknown }[] = await tx.query(
      `SELECT p.family_name AS "familyName", b.date_of_birth::text AS "dateOfBirth", f.detail
       FROM person p JOIN patient b ON b.person_id = p.id LEFT JOIN first_step f ON f.person_id = p.id AND f.step = 'identity'
       WHERE p.id = $1`,
      [personId],
    );
    const record = rows[0];
    if (!record) throw new AppError('access.refused');
    const tries = (IdentityDetail.safeParse(record.detail).data?.tries ?? 0) + 1;
    if (tries > identityTries) throw new AppError('identity.tooMany');
    const matches = isSameName(familyName, record.familyName) && dateOfBirth === record.dateOfBirth;
    return { matches, tries };
  }
}
