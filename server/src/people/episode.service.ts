import { Injectable } from '@nestjs/common';
import type { Episode as EpisodeView, EpisodeChange, NewEpisode } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { DataSource, In, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { CareTeamService } from './care-team.service.js';
import { refusing } from './database-refusal.js';
import { EmergencyService } from './emergency.service.js';
import { Episode, LevelOfCareStep } from './episode.entity.js';
import { isWithin, managers, office, programsOf } from './scope.js';

const violated = {
  episode_one_open: 'episode.open',
  level_of_care_step_pkey: 'row.exists',
  level_of_care_step_episode_id_from_on_key: 'row.exists',
} as const;

const invalid = (field: string, message: string): AppError => new AppError('input.invalid', { fields: { [field]: message } });

@Injectable()
export class EpisodeService {
  constructor(
    private readonly database: DataSource,
    private readonly careTeam: CareTeamService,
    private readonly emergency: EmergencyService,
  ) {}

  async open(actor: Actor, patientId: string, input: NewEpisode): Promise<EpisodeView> {
    if (!isWithin(programsOf(actor, office), input.programId)) throw new AppError('row.notFound');
    const existing = await this.database.manager.findOneBy(Episode, { id: input.id });
    if (existing && (existing.patientId !== patientId || existing.programId !== input.programId)) throw new AppError('row.exists');
    if (!existing) await refusing(violated, () => this.database.transaction((tx) => this.insert(tx, patientId, input)));
    return this.read(input.id);
  }

  async insert(tx: EntityManager, patientId: string, input: NewEpisode): Promise<void> {
    const { level, ...episode } = input;
    await this.checkCohort(tx, input.programId, input.cohortId);
    await tx.insert(Episode, { ...episode, patientId });
    await tx.insert(LevelOfCareStep, { id: randomUUID(), episodeId: input.id, level, from: input.openedOn });
  }

  async change(episodeId: string, input: EpisodeChange): Promise<EpisodeView> {
    const { addStep, ...change } = input;
    await refusing(violated, () =>
      this.database.transaction(async (tx) => {
        const episode = await tx.findOne(Episode, { where: { id: episodeId }, lock: { mode: 'pessimistic_write' } });
        if (!episode) throw new AppError('row.notFound');
        if (episode.closedOn !== null && change.closedOn === undefined) throw new AppError('episode.closed');
        if (change.closedOn && change.closedOn < episode.openedOn) throw invalid('closedOn', 'The end comes before the beginning.');
        await this.checkCohort(tx, episode.programId, change.cohortId);
        if (Object.values(change).some((value) => value !== undefined)) await tx.update(Episode, { id: episodeId }, change);
        if (addStep) await this.addStep(tx, episode, addStep);
      }),
    );
    return this.read(episodeId);
  }

  private async addStep(tx: EntityManager, episode: Episode, step: NonNullable<EpisodeChange['addStep']>): Promise<void> {
    if (step.from < episode.openedOn) throw invalid('addStep.from', 'This is before the episode began.');
    if (await tx.existsBy(LevelOfCareStep, { ...step, episodeId: episode.id })) return;
    await tx.insert(LevelOfCareStep, { ...step, episodeId: episode.id });
  }

  private async checkCohort(tx: EntityManager, programId: string, cohortId: string | null | undefined): Promise<void> {
    if (!cohortId) return;
    const rows: unknown[] = await tx.query('SELECT 1 FROM cohort WHERE id = $1 AND program_id = $2', [cohortId, programId]);
    if (rows.length === 0) throw invalid('cohortId', 'Choose a cohort of this program.');
  }

  /** The episodes of a patient in the programs that the actor manages, and those on whose care team they are. */
  async visibleOf(actor: Actor, patientId: string): Promise<EpisodeView[]> {
    const episodes = await this.database.manager.find(Episode, { where: { patientId }, order: { openedOn: 'DESC', id: 'ASC' } });
    const scope = programsOf(actor, managers);
    const own = await this.careTeam.episodesOf(actor.personId, patientId);
    const seen = episodes.filter(({ id, programId }) => own.includes(id) || isWithin(scope, programId));
    if (seen.length < episodes.length && (await this.emergency.isOpen(actor, patientId))) return this.views(episodes);
    return this.views(seen);
  }

  private async read(episodeId: string): Promise<EpisodeView> {
    const [view] = await this.views(await this.database.manager.findBy(Episode, { id: episodeId }));
    if (!view) throw new AppError('row.notFound');
    return view;
  }

  private async views(episodes: readonly Episode[]): Promise<EpisodeView[]> {
    const ids = episodes.map(({ id }) => id);
    const steps = await this.database.manager.find(LevelOfCareStep, { where: { episodeId: In(ids) }, order: { from: 'ASC' } });
    const members = await this.careTeam.of(ids);
    return episodes.map((episode) => ({
      ...episode,
      steps: steps.filter(({ episodeId }) => episodeId === episode.id),
      careTeam: members.get(episode.id) ?? [],
    }));
  }
}
