import { Controller } from '@nestjs/common';
import { exportAccessLog, listAccessLog, type InputOf, type ReplyOf } from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { AccessLogService } from './access-log.service.js';

@Controller()
export class AccessLogController {
  constructor(private readonly log: AccessLogService) {}

  @Route(listAccessLog)
  list(@By() actor: Actor, @Input() input: InputOf<typeof listAccessLog>): Promise<ReplyOf<typeof listAccessLog>> {
    return this.log.list(actor, input);
  }

  @Route(exportAccessLog)
  report(@By() actor: Actor, @Input() input: InputOf<typeof exportAccessLog>): Promise<ReplyOf<typeof exportAccessLog>> {
    return this.log.report(actor, input);
  }
}
