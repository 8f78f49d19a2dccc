import { Controller } from '@nestjs/common';
import { correctAttendance, readAttendance, type InputOf, type ReplyOf } from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { AttendanceService } from './attendance.service.js';

@Controller()
export class AttendanceController {
  constructor(private readonly attendance: AttendanceService) {}

  @Route(readAttendance)
  read(@Input() { params }: InputOf<typeof readAttendance>): Promise<ReplyOf<typeof readAttendance>> {
    return this.attendance.report(params.sessionId);
  }

  @Route(correctAttendance)
  correct(@By() actor: Actor, @Input() { params, body }: InputOf<typeof correctAttendance>): Promise<ReplyOf<typeof correctAttendance>> {
    return this.attendance.correct(actor, params.sessionId, body);
  }
}
