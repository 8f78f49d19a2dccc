import { Button } from '@mantine/core';
import { IconVolume } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { hearingWords } from '../../../lib/soundWords';
import { ErrorNote } from '../../../ui/ErrorNote';
import { useLocalMediaState } from '../media/useLocalMedia';
import type { UsedMediaRoom } from '../media/useMediaRoom';
import { GearHelp } from '../preview/GearHelp';
import { useRoom } from '../state/roomContext';
import { maySend } from '../state/screen';
import { useServerAway } from '../state/useServerAway';
import classes from './Notices.module.css';

const HearingNote = lazy(async () => ({ default: (await import('./HearingNote')).HearingNote }));

const troubleText = 'Your connection was interrupted. We are bringing you back; you do not need to do anything.';
const awayText = 'Chat and buttons rest for a moment. Picture and sound go on.';

/** Help with the camera or microphone, once after each try that failed, until it is read. */
function GearNotice() {
  const { media } = useRoom();
  const { camera, microphone } = useLocalMediaState(media);
  const failures = camera.failures + microphone.failures;
  const [read, setRead] = useState(failures);
  if (failures <= read) return null;
  return (
    <GearHelp>
      <Button variant="subtle" size="sm" onClick={() => setRead(failures)}>
        Go on without it
      </Button>
    </GearHelp>
  );
}

/** A phone call takes the microphone; it comes back by itself. */
function HeldNotice() {
  const { media } = useRoom();
  const { camera, microphone } = useLocalMediaState(media);
  const held = microphone.held && microphone.on ? 'microphone' : camera.held && camera.on ? 'camera' : null;
  return (
    held && (
      <p className={classes.line} data-warm>
        {hearingWords.held[held]} {hearingWords.heldHint}
      </p>
    )
  );
}

/** What is going on with the line, in one quiet place. */
export function Notices({ live: { snapshot, playSound } }: { live: UsedMediaRoom }) {
  const { commands, view } = useRoom();
  const away = useServerAway();
  const line = snapshot.connection === 'troubled' ? troubleText : away && snapshot.connection === 'connected' ? awayText : null;
  return (
    <div className={classes.notices}>
      <div role="status">
        {snapshot.connection === 'connecting' && <p className={classes.line}>Bringing you in…</p>}
        {line && (
          <p className={classes.line} data-warm>
            {line} {snapshot.connection === 'troubled' && view.phone && `If it lasts, call ${view.phone}.`}
          </p>
        )}
        <HeldNotice />
      </div>
      {!snapshot.canPlay && snapshot.connection === 'connected' && (
        <Button size="lg" leftSection={<IconVolume size={22} aria-hidden />} onClick={playSound}>
          Turn on sound
        </Button>
      )}
      <GearNotice />
      {maySend(view) && (
        <Suspense fallback={null}>
          <HearingNote />
        </Suspense>
      )}
      {commands.error && <ErrorNote error={commands.error} onRetry={commands.clearError} retryLabel="All right" />}
    </div>
  );
}
