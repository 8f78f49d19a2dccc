import { Button, Group, Stack } from '@mantine/core';
import type { FirstSteps } from '@rejoin/shared';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { firstStepsWords } from '../../../lib/patientWords';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Note } from '../../../ui/Note';
import { StatusBadge } from '../../../ui/StatusBadge';
import classes from './FirstSteps.module.css';
import { playTone } from '../../../lib/sound/sound';
import { useOwnDevices } from './useOwnDevices';
import { useStep } from './useStep';

const words = firstStepsWords.devices;

/** Camera, microphone and sound, tried in peace: nothing leaves the page, and nothing starts before a press. */
export function DevicesStep({ data }: { data: FirstSteps }) {
  const devices = useOwnDevices();
  const step = useStep();
  const [speaker, setSpeaker] = useState<boolean | null>(data.devices?.speaker ?? null);
  const keep = () =>
    void step
      .take({ step: 'devices', camera: devices.video !== null, microphone: devices.heard, speaker: speaker ?? false })
      .catch(() => undefined);
  return (
    <Stack gap="lg">
      <Group>
        <Button component={Link} to="/check?from=first-steps" variant="light">
          {words.all}
        </Button>
      </Group>
      {devices.stream === null && (
        <Group>
          <Button loading={devices.starting} onClick={devices.start}>
            {words.start}
          </Button>
        </Group>
      )}
      {devices.isBlocked && (
        <Note tone="warning" live>
          {words.blocked}
        </Note>
      )}
      {devices.stream && (
        <>
          {devices.video ? <Picture stream={devices.stream} /> : null}
          <p role="status">{devices.video ? words.seen : words.noCamera}</p>
          <div>
            <p>{words.say}</p>
            <div className={classes.meter} aria-hidden>
              <span style={{ width: `${Math.round(devices.level * 100)}%` }} />
            </div>
            <p role="status">{devices.heard ? words.heard : words.noMicrophone}</p>
          </div>
        </>
      )}
      <Group>
        <Button variant="default" onClick={playTone}>
          {words.play}
        </Button>
        <Button variant={speaker === true ? 'light' : 'default'} aria-pressed={speaker === true} onClick={() => setSpeaker(true)}>
          {words.heardTone}
        </Button>
        <Button variant={speaker === false ? 'light' : 'default'} aria-pressed={speaker === false} onClick={() => setSpeaker(false)}>
          {words.notHeardTone}
        </Button>
      </Group>
      {speaker === false && <Note live>{words.toneHelp}</Note>}
      <ErrorNote error={step.error} />
      <Group>
        <Button loading={step.running} onClick={keep}>
          {words.keep}
        </Button>
        {step.done && <StatusBadge tone="good">{firstStepsWords.kept}</StatusBadge>}
      </Group>
    </Stack>
  );
}

function Picture({ stream }: { stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return <video ref={video} className={classes.video} autoPlay playsInline muted aria-label={words.seen} />;
}
