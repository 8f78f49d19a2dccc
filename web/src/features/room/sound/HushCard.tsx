import { Button } from '@mantine/core';
import { IconVolume3 } from '@tabler/icons-react';
import { soundWords as words } from '../../../lib/soundWords';
import { useShortcuts } from '../stage/useShortcuts';
import { setHushed, useHushed, useHushKept } from './hush';
import classes from './HushCard.module.css';

/** One key makes the room silent, and the same key makes it heard again; in between it is plain to see. */
export function HushCard() {
  const isHushed = useHushed();
  useHushKept();
  useShortcuts({ q: () => setHushed(!isHushed) });
  if (!isHushed) return null;
  return (
    <section className={classes.card} aria-label={words.hushed}>
      <IconVolume3 className={classes.icon} size={24} stroke={1.75} aria-hidden />
      <p className={classes.words}>
        <strong>{words.hushed}</strong> {words.hushedHint}
      </p>
      <Button size="md" variant="default" aria-keyshortcuts="q" onClick={() => setHushed(false)}>
        {words.hearAgain}
      </Button>
    </section>
  );
}
