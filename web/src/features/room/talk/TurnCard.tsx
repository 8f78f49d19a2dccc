import { Button } from '@mantine/core';
import { mayBeHeard } from '@rejoin/shared';
import { IconMessageCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { talkWords as words } from '../../../lib/talkWords';
import { maySend } from '../state/screen';
import { useRoom } from '../state/roomContext';
import classes from './Talk.module.css';
import { turnOf } from './turns';
import { useMicrophoneRest } from './useMicrophoneRest';

/** One's own turn, place or rest: one quiet line, and the buttons that belong to it. */
export function TurnCard() {
  const { view } = useRoom();
  useMicrophoneRest();
  const turn = turnOf(view);
  const rest = !mayBeHeard(view) && maySend(view) ? `${words.oneVoice}. ${words.oneVoiceHint}` : '';
  switch (turn?.kind) {
    case undefined:
      return null;
    case 'mine':
      return <MyTurn inRound={turn.inRound} />;
    case 'round':
      return (
        <Line title={placeLine(turn.now, turn.place)} hint={rest}>
          {turn.place !== undefined && <PassButton />}
        </Line>
      );
    case 'hand':
      return <Line title={`${words.handUp}. ${words.place(turn.place)}.`} hint={rest} />;
    case 'rest':
      return maySend(view) ? <Line title={`${words.oneVoice}.`} hint={words.oneVoiceHint} /> : null;
  }
}

function placeLine(now: string | undefined, place: number | undefined): string {
  return [now && words.turnOf(now), place !== undefined && words.place(place)].filter(Boolean).join('. ') + '.';
}

function Line({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <section className={classes.line} aria-label={title}>
      <p className={classes.words}>
        <strong>{title}</strong> {hint}
      </p>
      {children}
    </section>
  );
}

function MyTurn({ inRound }: { inRound: boolean }) {
  const { view, commands } = useRoom();
  const { seatId } = view.me;
  const isMicNamed = view.talk.oneVoice && maySend(view);
  return (
    <section className={classes.turn} aria-label={words.yourTurn}>
      <IconMessageCircle className={classes.icon} size={26} stroke={1.75} aria-hidden />
      <p className={classes.words}>
        <strong className={classes.big}>{words.yourTurn}.</strong> {inRound ? words.yourTurnRound : words.yourTurnHint}
        {isMicNamed && ` ${words.turnMic}`}
      </p>
      <div className={classes.buttons}>
        <Button size="md" onClick={() => commands.run(inRound ? { type: 'turn.done', seatId } : { type: 'hand.lower', seatId })}>
          {words.done}
        </Button>
        {inRound && <PassButton />}
      </div>
    </section>
  );
}

function PassButton() {
  const { commands } = useRoom();
  return (
    <Button size="md" variant="default" onClick={() => commands.run({ type: 'turn.pass' })}>
      {words.pass}
    </Button>
  );
}
