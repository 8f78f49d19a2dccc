import { Injectable } from '@nestjs/common';
import type { Me, OwnChange, SensoryProfile } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { ActorService } from '../access/actor.service.js';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { Person } from './person.entity.js';
import { keepSensory, readSensory } from './sensory.sql.js';

@Injectable()
export class MeService {
  constructor(
    private readonly database: DataSource,
    private readonly actors: ActorService,
  ) {}

  async read(actor: Actor): Promise<Me> {
    const person = await this.database.manager.findOneBy(Person, { id: actor.personId });
    if (!person) throw new AppError('auth.signedOut');
    const all = actor.roles.some(({ programId }) => programId === null);
    const programs: Me['programs'] = await this.database.query(
      'SELECT id, name, zone FROM program WHERE $1 OR id = ANY ($2) ORDER BY name',
      [all, actor.roles.flatMap(({ programId }) => programId ?? [])],
    );
    return {
      ...person,
      personId: person.id,
      via: actor.via,
      roles: [...actor.roles],
      programs,
      mustSetUpTwoFactor: this.actors.mustSetUpTwoFactor(actor),
      twoFactorOn: actor.twoFactorOn,
      locked: actor.locked ?? false,
      idleSeconds: Math.max(0, Math.floor(actor.idleSeconds ?? 0)),
      sensory: await readSensory(this.database, actor.personId),
      ...(actor.locked && { givenName: '', familyName: '', email: null, phone: '', programs: [] }),
    };
  }

  async change(actor: Actor, change: OwnChange): Promise<Me> {
    const isChange = Object.values(change).some((value) => value !== undefined);
    if (isChange) await this.database.manager.update(Person, { id: actor.personId }, change);
    return this.read(actor);
  }

  async changeSensory(actor: Actor, profile: SensoryProfile): Promise<SensoryProfile> {
    await keepSensory(this.database, actor.personId, profile);
    return profile;
  }
}
