import type { RoomCommand, SystemCommand } from './command.js';
import type { NewRoomEvent } from './event.js';
import { writeMaterial } from './materials.js';
import { messagesInWindow } from './messages.js';
import type { RoomLogState } from './state.js';
import { chatWindow } from './view.js';

/** The words that a command brings along, which are kept beside the log and can be erased. */
function textIn(command: RoomCommand | SystemCommand): { id: string; body: string } | null {
  if ('sentence' in command && command.sentence) return { id: command.sentence.textId, body: command.sentence.body };
  if (command.type === 'wish') return command.line ? { id: command.line.textId, body: command.line.body } : null;
  if (command.type === 'material.share') return { id: command.textId, body: writeMaterial(command) };
  return 'body' in command ? { id: command.textId, body: command.body } : null;
}

/** Words are kept only where a fact of the log names them. */
export function textToKeep(command: RoomCommand | SystemCommand, events: readonly NewRoomEvent[]): { id: string; body: string } | null {
  const said = textIn(command);
  return said && events.some(({ payload }) => 'textId' in payload && payload.textId === said.id) ? said : null;
}

/** Every text that some view shows. */
export function textIdsInViews({
  chat,
  messages,
  acts,
  agenda,
  materials,
  wishes,
  checkIns,
}: Pick<RoomLogState, 'chat' | 'messages' | 'acts' | 'agenda' | 'materials' | 'wishes' | 'checkIns'>): string[] {
  const lines = [...chat.slice(-chatWindow), ...messagesInWindow(messages)].map(({ textId }) => textId);
  const withActs = [...Object.values(acts), ...Object.values(wishes)].flatMap(({ textId }) => (textId === undefined ? [] : [textId]));
  return [...Object.keys(materials), ...lines, ...withActs, ...Object.values(agenda.topics), ...textIdsOfCheckIns(checkIns)];
}

function textIdsOfCheckIns(checkIns: RoomLogState['checkIns']): string[] {
  const said = (one: RoomLogState['checkIns'][string]) => Object.values(one.answers).flatMap(({ textId }) => textId ?? []);
  return Object.values(checkIns).flatMap((one) => [one.textId, ...said(one)]);
}
