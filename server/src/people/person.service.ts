import { Injectable } from '@nestjs/common';
import type { InputOf, listPeople, NewPerson, Person as PersonView, PersonChange, PersonSummary } from '@rejoin/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { AccessService } from '../access/access.service.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { AccountService } from './account.service.js';
import { once, refusing } from './database-refusal.js';
import { Person } from './person.entity.js';
import { personView } from './person.view.js';
import { listPeopleSql } from './person.sql.js';
import { RoleAssignment } from './role-assignment.entity.js';
import { isWithin, managers, mayHandOut, office, programsOf } from './scope.js';

export const emailTaken = {
  person_email_key: 'person.emailTaken',
  user_email_key: 'person.emailTaken',
  user_email_uidx: 'person.emailTaken',
} as const;
const planners = [...managers, 'therapist', 'prescriber'] as const;

@Injectable()
export class PersonService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountService,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: InputOf<typeof listPeople>['query']): Promise<PersonSummary[]> {
    const scopes = [programsOf(actor, planners), programsOf(actor, managers)];
    return this.database.query(listPeopleSql, [actor.personId, ...scopes, query.role ?? null, query.search?.trim() || null]);
  }

  async create(actor: Actor, input: NewPerson): Promise<PersonView> {
    for (const role of input.roles) this.checkHandOut(actor, role.role, role.programId);
    if (input.roles.length === 0 && programsOf(actor, office) !== null) {
      throw new AppError('input.invalid', { fields: { roles: 'Choose at least one role.' } });
    }
    if (await this.database.manager.existsBy(Person, { id: input.id })) return this.retried(actor, input.id);
    const person = await refusing(emailTaken, () =>
      once('person_pkey', () => this.database.transaction((tx) => this.insertWithRoles(tx, input))),
    );
    if (!person) return this.retried(actor, input.id);
    this.invite(person);
    return this.read(actor, person.id);
  }

  private async insertWithRoles(tx: EntityManager, input: NewPerson): Promise<Person> {
    const person = await this.insert(tx, input);
    const roles = input.roles.map((role) => ({
      ...role,
      personId: input.id,
      from: new Date(role.from),
      to: role.to ? new Date(role.to) : null,
    }));
    await tx.insert(RoleAssignment, roles);
    return person;
  }

  /** The row of a person, with an account where there is an address. */
  async insert(tx: EntityManager, input: Omit<NewPerson, 'roles'>): Promise<Person> {
    const { id, givenName, familyName, displayName, pronouns, phone, zone, email } = input;
    const person = { id, givenName, familyName, displayName, pronouns, phone, zone, email, userId: null, createdAt: this.clock.now() };
    await tx.insert(Person, person);
    if (email === null) return person;
    const userId = await this.accounts.create(tx, email);
    await tx.update(Person, { id }, { userId });
    return { ...person, userId };
  }

  invite(person: Person): void {
    if (person.userId !== null && person.email !== null) this.accounts.invite(person.id, person.userId, person.email);
  }

  async read(actor: Actor, personId: string): Promise<PersonView> {
    const person = await this.database.manager.findOneBy(Person, { id: personId });
    if (!person) throw new AppError('row.notFound');
    return personView(person, await this.visibleRoles(actor, personId));
  }

  async change(actor: Actor, personId: string, input: PersonChange): Promise<PersonView> {
    await this.applyChange(actor, personId, input);
    return this.read(actor, personId);
  }

  /** Writes a change; with `also` in the same transaction. An address is a key to the account: see `checkEmailChange`. */
  async applyChange(actor: Actor, personId: string, input: PersonChange, also?: (tx: EntityManager) => Promise<void>): Promise<void> {
    const { email, ...rest } = input;
    const account = await refusing(emailTaken, () =>
      this.database.transaction(async (tx) => {
        const person = await tx.findOne(Person, { where: { id: personId }, lock: { mode: 'pessimistic_write' } });
        if (!person) throw new AppError('row.notFound');
        if (Object.values(rest).some((value) => value !== undefined)) await tx.update(Person, { id: personId }, rest);
        await also?.(tx);
        return email === undefined ? undefined : this.changeEmail(tx, actor, person, email);
      }),
    );
    if (account?.isNew && account.email) this.accounts.invite(personId, account.userId, account.email);
    else if (account?.email) this.accounts.askToVerify(personId, account.email);
    if (account?.old) this.accounts.tellOldAddress(personId, account.old);
  }

  private async changeEmail(tx: EntityManager, actor: Actor, person: Person, email: string | null) {
    if (email?.toLowerCase() === person.email?.toLowerCase()) return undefined;
    await this.checkEmailChange(tx, actor, person.id);
    const isNew = email !== null && person.userId === null;
    const userId = isNew ? await this.accounts.create(tx, email) : email === null ? null : person.userId;
    await tx.update(Person, { id: person.id }, { email, userId });
    if (email === null) {
      if (person.userId !== null) await this.accounts.remove(tx, person.userId);
      return { isNew, userId: '', email, old: person.email };
    }
    if (userId === null) return undefined;
    if (!isNew) await this.accounts.changeEmail(tx, userId, email);
    return { isNew, userId, email, old: person.email };
  }

  /** Whoever sets the address can take over the account: only who could hand out all of its roles may. */
  private async checkEmailChange(tx: EntityManager, actor: Actor, personId: string): Promise<void> {
    if (actor.personId === personId) return;
    const roles = await tx.findBy(RoleAssignment, { personId });
    const now = this.clock.now();
    const held = roles.filter(({ to }) => to === null || to > now);
    if (!held.every(({ role, programId }) => mayHandOut(actor, role, programId))) throw new AppError('access.refused');
  }

  checkHandOut(actor: Actor, role: RoleAssignment['role'], programId: string | null): void {
    if (programId !== null && !isWithin(programsOf(actor, office), programId)) throw new AppError('row.notFound');
    if (!mayHandOut(actor, role, programId)) throw new AppError('access.refused');
  }

  private async visibleRoles(actor: Actor, personId: string): Promise<RoleAssignment[]> {
    const roles = await this.database.manager.find(RoleAssignment, { where: { personId }, order: { from: 'ASC', id: 'ASC' } });
    const scope = programsOf(actor, managers);
    return roles.filter(({ programId }) => actor.personId === personId || programId === null || isWithin(scope, programId));
  }

  private async retried(actor: Actor, personId: string): Promise<PersonView> {
    try {
      await this.access.require(actor, 'person.read', personId);
    } catch {
      throw new AppError('row.exists');
    }
    return this.read(actor, personId);
  }
}
