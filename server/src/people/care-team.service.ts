import { Injectable } from '@nestjs/common';
import type { CareTeamMember as MemberView, NewCareTeamMember, Role } from '@rejoin/shared';
import { DataSource, In } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { CareTeamMember } from './care-team-member.entity.js';
import { fullName } from './person.view.js';

/** The roles of which one is needed for a place on a care team. */
const needed: Readonly<Record<MemberView['capacity'], readonly Role[]>> = {
  primaryTherapist: ['therapist', 'supervisor'],
  therapist: ['therapist', 'supervisor'],
  prescriber: ['prescriber'],
  peerMentor: ['peerMentor'],
  vocationalSpecialist: ['vocationalSpecialist'],
  supervisor: ['supervisor'],
};

const view = (member: CareTeamMember): MemberView => ({
  id: member.id,
  personId: member.personId,
  name: fullName(member.person),
  capacity: member.capacity,
  from: member.from.toISOString(),
  to: member.to?.toISOString() ?? null,
});

const endsEarly = (): AppError => new AppError('input.invalid', { fields: { to: 'The end comes before the beginning.' } });

@Injectable()
export class CareTeamService {
  constructor(private readonly database: DataSource) {}

  async add(episodeId: string, input: NewCareTeamMember): Promise<MemberView> {
    const existing = await this.database.manager.findOneBy(CareTeamMember, { id: input.id });
    if (existing && (existing.episodeId !== episodeId || existing.personId !== input.personId)) throw new AppError('row.exists');
    if (existing) return this.read(episodeId, input.id);
    const [from, to] = [new Date(input.from), input.to ? new Date(input.to) : null];
    if (to && to < from) throw endsEarly();
    await this.checkRole(episodeId, input);
    await this.database.manager.insert(CareTeamMember, {
      id: input.id,
      episodeId,
      personId: input.personId,
      capacity: input.capacity,
      from,
      to,
    });
    return this.read(episodeId, input.id);
  }

  async end(episodeId: string, memberId: string, to: Date): Promise<MemberView> {
    const member = await this.database.manager.findOneBy(CareTeamMember, { id: memberId, episodeId });
    if (!member) throw new AppError('row.notFound');
    if (to < member.from) throw endsEarly();
    await this.database.manager.update(CareTeamMember, { id: memberId }, { to });
    return this.read(episodeId, memberId);
  }

  async of(episodeIds: readonly string[]): Promise<Map<string, MemberView[]>> {
    const members = await this.database.manager.find(CareTeamMember, {
      where: { episodeId: In([...episodeIds]) },
      relations: { person: true },
      order: { from: 'ASC', id: 'ASC' },
    });
    return Map.groupBy(
      members.map((member) => ({ episodeId: member.episodeId, ...view(member) })),
      ({ episodeId }) => episodeId,
    );
  }

  /** The episodes of the patient on whose care team this person is now. */
  async episodesOf(personId: string, patientId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.database.query(
      `SELECT e.id FROM episode e JOIN care_team_member m ON m.episode_id = e.id
       WHERE e.patient_id = $2 AND m.person_id = $1 AND m.from_at <= now() AND (m.to_at IS NULL OR m.to_at > now())`,
      [personId, patientId],
    );
    return rows.map(({ id }) => id);
  }

  private async read(episodeId: string, id: string): Promise<MemberView> {
    const member = await this.database.manager.findOne(CareTeamMember, { where: { id, episodeId }, relations: { person: true } });
    if (!member) throw new AppError('row.notFound');
    return view(member);
  }

  /** Nobody learns whether a person of another program exists: it is one answer. */
  private async checkRole(episodeId: string, input: NewCareTeamMember): Promise<void> {
    const rows: unknown[] = await this.database.query(
      `SELECT 1 FROM role_assignment r JOIN episode e ON r.program_id IS NULL OR r.program_id = e.program_id
       WHERE e.id = $1 AND r.person_id = $2 AND r.role = ANY ($3) AND (r.to_at IS NULL OR r.to_at > now())`,
      [episodeId, input.personId, needed[input.capacity]],
    );
    if (rows.length > 0) return;
    throw new AppError('input.invalid', { fields: { personId: 'Choose someone who has this role in this program.' } });
  }
}
