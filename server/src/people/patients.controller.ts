import { Controller } from '@nestjs/common';
import {
  addCareTeamMember,
  changeEpisode,
  changePatient,
  endCareTeamMember,
  enrolPatient,
  listPatients,
  openEpisode,
  readPatient,
  type InputOf,
  type ReplyOf,
} from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { CareTeamService } from './care-team.service.js';
import { EpisodeService } from './episode.service.js';
import { PatientService } from './patient.service.js';

@Controller()
export class PatientsController {
  constructor(
    private readonly patients: PatientService,
    private readonly episodes: EpisodeService,
    private readonly careTeam: CareTeamService,
  ) {}

  @Route(listPatients)
  list(@By() actor: Actor, @Input() { query }: InputOf<typeof listPatients>): Promise<ReplyOf<typeof listPatients>> {
    return this.patients.list(actor, query);
  }

  @Route(enrolPatient)
  enrol(@By() actor: Actor, @Input() { body }: InputOf<typeof enrolPatient>): Promise<ReplyOf<typeof enrolPatient>> {
    return this.patients.enrol(actor, body);
  }

  @Route(readPatient)
  read(@By() actor: Actor, @Input() { params }: InputOf<typeof readPatient>): Promise<ReplyOf<typeof readPatient>> {
    return this.patients.read(actor, params.patientId);
  }

  @Route(changePatient)
  change(@By() actor: Actor, @Input() { params, body }: InputOf<typeof changePatient>): Promise<ReplyOf<typeof changePatient>> {
    return this.patients.change(actor, params.patientId, body);
  }

  @Route(openEpisode)
  open(@By() actor: Actor, @Input() { params, body }: InputOf<typeof openEpisode>): Promise<ReplyOf<typeof openEpisode>> {
    return this.episodes.open(actor, params.patientId, body);
  }

  @Route(changeEpisode)
  changeEpisode(@Input() { params, body }: InputOf<typeof changeEpisode>): Promise<ReplyOf<typeof changeEpisode>> {
    return this.episodes.change(params.episodeId, body);
  }

  @Route(addCareTeamMember)
  addMember(@Input() { params, body }: InputOf<typeof addCareTeamMember>): Promise<ReplyOf<typeof addCareTeamMember>> {
    return this.careTeam.add(params.episodeId, body);
  }

  @Route(endCareTeamMember)
  endMember(@Input() { params, body }: InputOf<typeof endCareTeamMember>): Promise<ReplyOf<typeof endCareTeamMember>> {
    return this.careTeam.end(params.episodeId, params.memberId, new Date(body.to));
  }
}
