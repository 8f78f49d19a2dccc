import { Controller } from '@nestjs/common';
import {
  assignRole,
  changePerson,
  createPerson,
  endRole,
  endSignIns,
  inviteAgain,
  listPeople,
  readInvitation,
  readPerson,
  readStaffProfile,
  saveStaffProfile,
  type InputOf,
  type ReplyOf,
} from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { AccountService } from './account.service.js';
import { InvitationService } from './invitation.service.js';
import { PersonService } from './person.service.js';
import { RoleService } from './role.service.js';
import { StaffService } from './staff.service.js';

@Controller()
export class PeopleController {
  constructor(
    private readonly people: PersonService,
    private readonly roles: RoleService,
    private readonly staff: StaffService,
    private readonly invitations: InvitationService,
    private readonly accounts: AccountService,
  ) {}

  @Route(listPeople)
  list(@By() actor: Actor, @Input() { query }: InputOf<typeof listPeople>): Promise<ReplyOf<typeof listPeople>> {
    return this.people.list(actor, query);
  }

  @Route(createPerson)
  create(@By() actor: Actor, @Input() { body }: InputOf<typeof createPerson>): Promise<ReplyOf<typeof createPerson>> {
    return this.people.create(actor, body);
  }

  @Route(readPerson)
  read(@By() actor: Actor, @Input() { params }: InputOf<typeof readPerson>): Promise<ReplyOf<typeof readPerson>> {
    return this.people.read(actor, params.personId);
  }

  @Route(changePerson)
  change(@By() actor: Actor, @Input() { params, body }: InputOf<typeof changePerson>): Promise<ReplyOf<typeof changePerson>> {
    return this.people.change(actor, params.personId, body);
  }

  @Route(readInvitation)
  invitation(@Input() { params }: InputOf<typeof readInvitation>): Promise<ReplyOf<typeof readInvitation>> {
    return this.invitations.read(params.personId);
  }

  @Route(inviteAgain)
  invite(@Input() { params }: InputOf<typeof inviteAgain>): Promise<ReplyOf<typeof inviteAgain>> {
    return this.invitations.again(params.personId);
  }

  @Route(endSignIns)
  endSignIns(@Input() { params }: InputOf<typeof endSignIns>): Promise<ReplyOf<typeof endSignIns>> {
    return this.accounts.signOutEverywhere(params.personId);
  }

  @Route(assignRole)
  assign(@By() actor: Actor, @Input() { params, body }: InputOf<typeof assignRole>): Promise<ReplyOf<typeof assignRole>> {
    return this.roles.assign(actor, params.personId, body);
  }

  @Route(endRole)
  endRole(@By() actor: Actor, @Input() { params, body }: InputOf<typeof endRole>): Promise<ReplyOf<typeof endRole>> {
    return this.roles.end(actor, params.personId, params.roleId, new Date(body.to));
  }

  @Route(readStaffProfile)
  readStaff(@Input() { params }: InputOf<typeof readStaffProfile>): Promise<ReplyOf<typeof readStaffProfile>> {
    return this.staff.read(params.personId);
  }

  @Route(saveStaffProfile)
  saveStaff(@By() actor: Actor, @Input() { params, body }: InputOf<typeof saveStaffProfile>): Promise<ReplyOf<typeof saveStaffProfile>> {
    return this.staff.save(actor, params.personId, body);
  }
}
