import { type Me, type RoomCommand, type RoomView, readFirstSteps, roomProtocol, takeFirstStep } from '@rejoin/shared';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMe } from '../../lib/me';
import { firstStepsWords } from '../../lib/patientWords';
import { useCommand } from '../../lib/query';
import { useTitle } from '../../ui/useTitle';
import classes from './LookPage.module.css';
import { noMedia } from './media/mediaTypes';
import { useLocalMedia } from './media/useLocalMedia';
import { Stage } from './stage/Stage';
import { RoomContext } from './state/roomContext';

const words = firstStepsWords.look;
const live = { snapshot: { ...noMedia, connection: 'connected' as const }, playSound: () => undefined, want: () => undefined };
const unread = { of: () => 0, total: 0, seen: () => undefined };

/** A room that exists on this page only: no session, no token, nothing is sent. */
function emptyRoom(me: Me, id: string): RoomView {
  const now = new Date().toISOString();
  return {
    protocol: roomProtocol,
    sessionId: id,
    title: firstStepsWords.title,
    kind: 'group',
    mode: 'virtual',
    startsAt: now,
    zone: me.zone,
    plannedMinutes: 60,
    phase: 'running',
    startedAt: now,
    endConfirmed: false,
    phone: '',
    leadNames: [],
    expected: { patients: 1, guests: 0, observers: [] },
    me: { seatId: id, name: me.displayName, capacity: 'patient', staff: false, place: 'main', device: id, mayReturn: true },
    people: {
      [id]: { name: me.displayName, pronouns: me.pronouns, capacity: 'patient', staff: false, place: 'main', online: true },
    },
    agenda: { blocks: {} },
    chat: { lines: {}, earlier: false, keptDays: 30 },
    threads: {},
    talk: { hands: {}, oneVoice: false, reactions: {}, meToo: {} },
    materials: {},
    checkIns: {},
  };
}

/** A look round: the real room with only oneself in it. */
export function LookPage() {
  useTitle('');
  const me = useMe();
  const [id] = useState(() => crypto.randomUUID() as string);
  const [view] = useState(() => emptyRoom(me, id));
  const media = useLocalMedia(id, true);
  const step = useCommand(takeFirstStep, { refresh: [readFirstSteps] });
  const goTo = useNavigate();
  const back = () => {
    step.run({ body: { step: 'look' } });
    void goTo('/first-steps');
  };
  const run = ({ type }: RoomCommand) => type === 'leave' && back();
  const commands = { run, isRunning: () => false, error: null, clearError: () => undefined };
  return (
    <RoomContext value={{ sessionId: id, device: id, view, commands, media, unread }}>
      <aside className={classes.bar} aria-label={words.note}>
        <p>{words.note}</p>
        <Button size="sm" onClick={back}>
          {words.seen}
        </Button>
      </aside>
      <Stage live={live} />
    </RoomContext>
  );
}
