import { z } from 'zod';

/** Every refusal the server can give: its HTTP status and a sentence that says what to do next. */
export const errors = {
  'input.invalid': [400, 'Some of this cannot be used as it is. Please check the marked fields.'],
  'input.tooLarge': [413, 'This is too large to send. Please shorten it.'],
  'input.malformed': [400, 'This request could not be read. Please reload the page and try again.'],
  'auth.signedOut': [401, 'Please sign in to go on.'],
  'auth.twoFactorRequired': [403, 'Please set up your second sign-in step first.'],
  'auth.tooMany': [429, 'Too many tries. Please wait a minute and try again.'],
  'auth.origin': [403, 'This request came from another site and was refused.'],
  'access.refused': [403, 'Your role does not allow this. Ask your program if you think it should.'],
  'row.notFound': [404, 'We could not find this, or it is not yours to open.'],
  'row.changed': [409, 'Someone else changed this in the meantime. Reload to see it; what you typed is kept.'],
  'row.exists': [409, 'This already exists.'],
  'person.emailTaken': [409, 'Someone already uses this e-mail address.'],
  'patient.under18': [422, 'Patients under 18 cannot be enrolled yet: the guardian parts are not built. Nothing was saved.'],
  'episode.open': [409, 'This patient already has an open episode of care in this program.'],
  'episode.closed': [409, 'This episode of care has ended.'],
  'staff.supervisorSelf': [422, 'A person cannot supervise themselves.'],
  'role.last': [409, 'This is the last administrator. Name another one first.'],
  'session.blocksMismatch': [422, 'The blocks do not add up to the length of the session.'],
  'session.cancelled': [409, 'This session was cancelled.'],
  'session.begun': [409, 'This session has already begun, so this can no longer be changed.'],
  'session.timeMissing': [422, 'This time does not exist on that day: the clocks change. Please choose another.'],
  'session.leadMissing': [422, 'A session needs a lead.'],
  'seat.doubleBooked': [409, 'This person already has a seat in another session at that time.'],
  'seat.roleMissing': [422, 'This person does not have the role that this seat needs.'],
  'seat.noEpisode': [422, 'This person has no open episode of care in this program.'],
  'room.notSeated': [404, 'We could not find this, or it is not yours to open.'],
  'room.notAllowed': [403, 'Your seat in this session does not allow this.'],
  'room.notOpen': [409, 'The room is not open yet. This page opens by itself.'],
  'room.ended': [409, 'This session has ended.'],
  'room.notStarted': [409, 'The session has not started yet.'],
  'room.notWaiting': [409, 'This person is not waiting.'],
  'room.notAdmitted': [409, 'Please wait here: staff will let you in.'],
  'room.notHere': [409, 'This person is not in the room.'],
  'room.gateOpen': [409, 'This person has to answer something first. The list shows what.'],
  'room.removed': [403, 'Staff have ended your place in this session. Please call your program.'],
  'room.otherDevice': [409, 'You are here on another device. Choose "Stay here" to move.'],
  'room.unknownBlock': [422, 'This part of the agenda does not exist any more.'],
  'room.nothingToConfirm': [409, 'There is no end to confirm.'],
  'room.mediaDown': [503, 'Video is being restored. This page goes on by itself.'],
  'gate.unanswered': [409, 'A few short questions come first.'],
  'gate.early': [409, 'It is too early for these questions. Please come back on the day.'],
  'gate.driving': [409, 'Please park first. We are glad to see you when you stand still.'],
  'gate.consentMissing': [409, 'We need your OK before you come in. You can read it and sign here.'],
  'gate.licence': [409, 'Today nobody in this session may care for people in the state where you are. Staff know, and will call you.'],
  'consent.newer': [409, 'There is a newer text. Please read it, then sign.'],
  'attendance.range': [422, 'The end has to come after the beginning, inside the session.'],
  'note.signed': [409, 'This note is signed and can no longer be changed.'],
  'note.empty': [422, 'An empty note cannot be signed.'],
  'webhook.forged': [401, 'The signature of this message is not ours.'],
  'system.unavailable': [503, 'We are back in a moment. Nothing you typed is lost; please try again.'],
  'system.failed': [500, 'Something went wrong on our side. Nothing was changed; please try again.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type ErrorCode = keyof typeof errors;

export const errorCodes = Object.keys(errors) as [ErrorCode, ...ErrorCode[]];

/** The body of every refused request. `fields` maps a form field's path to its sentence. */
export const ErrorBody = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
