import { Controller } from '@nestjs/common';
import { changeProgram, createProgram, listPrograms, readProgram, saveCohort, type InputOf, type ReplyOf } from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { ProgramService } from './program.service.js';

@Controller()
export class ProgramsController {
  constructor(private readonly programs: ProgramService) {}

  @Route(listPrograms)
  list(@By() actor: Actor): Promise<ReplyOf<typeof listPrograms>> {
    return this.programs.list(actor);
  }

  @Route(createProgram)
  create(@By() actor: Actor, @Input() { body }: InputOf<typeof createProgram>): Promise<ReplyOf<typeof createProgram>> {
    return this.programs.create(actor, body);
  }

  @Route(readProgram)
  read(@Input() { params }: InputOf<typeof readProgram>): Promise<ReplyOf<typeof readProgram>> {
    return this.programs.read(params.programId);
  }

  @Route(changeProgram)
  change(@Input() { params, body }: InputOf<typeof changeProgram>): Promise<ReplyOf<typeof changeProgram>> {
    return this.programs.change(params.programId, body);
  }

  @Route(saveCohort)
  saveCohort(@Input() { params, body }: InputOf<typeof saveCohort>): Promise<ReplyOf<typeof saveCohort>> {
    return this.programs.saveCohort(params.programId, { id: params.cohortId, ...body });
  }
}
