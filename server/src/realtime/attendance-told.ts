import { Injectable } from '@nestjs/common';
import { AttendanceService } from '../attendance/attendance.service.js';
import { SignIns } from './sign-ins.js';

/** Tells the pages of staff in a room that its attendance changed; what it is now they read by REST. */
@Injectable()
export class AttendanceTold {
  constructor(attendance: AttendanceService, signIns: SignIns) {
    attendance.changed$.subscribe((sessionId) => {
      for (const socket of signIns.all()) {
        if (socket.data.watching.get(sessionId)?.view.me.staff) socket.emit('attendance.changed', { sessionId });
      }
    });
  }
}
