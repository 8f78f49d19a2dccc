import { Button } from '@mantine/core';
import type { ActInView } from '@rejoin/shared';
import { useEffect } from 'react';
import { announce } from '../../../lib/announce';
import { useRoom } from '../state/roomContext';
import classes from './Acts.module.css';
import { SaidByStaff } from './SaidByStaff';

const titles = {
  microphone: 'Staff turned off your microphone.',
  camera: 'Staff turned off your camera.',
} as const;
const hints = {
  microphone: 'You can turn it on again at any time.',
  camera: 'You can turn it on again at any time.',
} as const;

/** What staff did and said, quietly, until it is put away. Nobody else sees it. */
export function ActCard({ act }: { act: Omit<ActInView, 'readAt'> }) {
  const { commands } = useRoom();
  const kind = act.kind === 'camera' ? 'camera' : 'microphone';
  useEffect(() => announce([titles[kind], act.body ?? '', hints[kind]].join(' ')), [kind, act.body, act.at]);
  return (
    <section className={classes.card} aria-label="From staff, only for you">
      <div>
        <p className={classes.title}>{titles[kind]}</p>
        {act.body ? <SaidByStaff body={act.body} /> : <p>{hints[kind]}</p>}
      </div>
      <Button
        variant="default"
        size="md"
        className={classes.away}
        loading={commands.isRunning({ type: 'readAct', at: act.at })}
        onClick={() => commands.run({ type: 'readAct', at: act.at })}
      >
        All right
      </Button>
    </section>
  );
}
