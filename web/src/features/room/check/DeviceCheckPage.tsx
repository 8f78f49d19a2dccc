import { Button } from '@mantine/core';
import { isId } from '@rejoin/shared';
import { IconMicrophone, IconRoute, IconVideo, IconVolume, IconWifi } from '@tabler/icons-react';
import { useCallback, useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { announce } from '../../../lib/announce';
import { checkWords } from '../../../lib/checkWords';
import { isStaff, useMe } from '../../../lib/me';
import { playTone } from '../../../lib/sound/sound';
import { Note } from '../../../ui/Note';
import { Page } from '../../../ui/Page';
import { OwnVideo } from '../media/OwnVideo';
import { BlockedSteps } from './BlockedSteps';
import { CheckRow } from './CheckRow';
import classes from './DeviceCheck.module.css';
import { Meter } from './Meter';
import type { CheckRun, Found } from './run';
import { useCheckRun } from './useCheckRun';

/** Camera, microphone, sound and internet, tried by themselves; nobody else is there. */
export function DeviceCheckPage() {
  const { run, found } = useCheckRun();
  const staff = isStaff(useMe());
  const isBlocked = found.camera === 'blocked' || found.microphone === 'blocked';
  const lead = staff ? checkWords.lead : `${checkWords.lead} ${checkWords.staffLead}`;
  return (
    <Page title={checkWords.title} lead={lead} width="narrow">
      <div className={classes.page}>
        <div className={classes.picture}>
          {found.video ? <OwnVideo track={found.video} /> : <IconVideo size={40} stroke={1.25} aria-hidden />}
        </div>
        <ul className={classes.rows}>
          <Gear run={run} found={found} />
          <Speaker run={run} found={found} />
          <Way found={found} />
        </ul>
        {isBlocked && (
          <Note tone="warning" title={checkWords.how}>
            <BlockedSteps />
            <Button variant="default" mt="sm" onClick={() => run.start()}>
              Try again
            </Button>
          </Note>
        )}
        <Result found={found} />
        <Onward run={run} found={found} />
      </div>
    </Page>
  );
}

interface Parts {
  run: CheckRun;
  found: Found;
}

function Gear({ run, found: { camera, microphone, audio, asking } }: Parts) {
  const hear = useCallback((level: number) => run.hear(level), [run]);
  return (
    <>
      <CheckRow
        icon={IconVideo}
        name={checkWords.camera.name}
        result={camera}
        said={camera ? checkWords.camera[camera] : asking ? { now: checkWords.asking } : null}
      />
      <CheckRow
        icon={IconMicrophone}
        name={checkWords.microphone.name}
        result={microphone}
        said={microphone && checkWords.microphone[microphone]}
      >
        {audio && <Meter track={audio} onLevel={hear} />}
      </CheckRow>
    </>
  );
}

function Speaker({ run, found: { speaker } }: Parts) {
  const words = checkWords.speaker;
  return (
    <CheckRow icon={IconVolume} name={words.name} result={speaker} said={words[speaker]} isOpen={speaker === 'skipped'}>
      <div className={classes.buttons}>
        <Button variant="default" onClick={playTone}>
          {words.play}
        </Button>
        <Button variant={speaker === 'good' ? 'light' : 'default'} aria-pressed={speaker === 'good'} onClick={() => run.answer('good')}>
          {words.yes}
        </Button>
        <Button
          variant={speaker === 'notHeard' ? 'light' : 'default'}
          aria-pressed={speaker === 'notHeard'}
          onClick={() => run.answer('notHeard')}
        >
          {words.no}
        </Button>
      </div>
    </CheckRow>
  );
}

function Way({ found: { network, turn } }: Pick<Parts, 'found'>) {
  return (
    <>
      <CheckRow icon={IconWifi} name={checkWords.network.name} result={network} said={network && checkWords.network[network]} />
      <CheckRow icon={IconRoute} name={checkWords.turn.name} result={turn} said={turn && checkWords.turn[turn]} />
    </>
  );
}

/** One sentence at the end, also for who does not see the page. */
function Result({ found: { kept, camera, microphone, network } }: Pick<Parts, 'found'>) {
  const isGood = camera === 'good' && microphone === 'good' && network === 'good';
  const text = kept === 'kept' ? (isGood ? checkWords.kept : checkWords.keptTrouble) : kept === 'failed' ? checkWords.notKept : null;
  useEffect(() => {
    if (text) announce(text);
  }, [text]);
  if (!text) return null;
  const isWithout = (camera !== 'good' && camera !== 'weak') || (microphone !== 'good' && microphone !== 'weak');
  return (
    <Note tone={isGood && kept === 'kept' ? 'good' : 'info'}>
      {text} {isWithout && checkWords.without}
    </Note>
  );
}

function Onward({ run, found: { kept } }: Parts) {
  const [query] = useSearchParams();
  const session = query.get('session');
  const isSteps = query.get('from') === 'first-steps';
  const to = isId(session) ? `/sessions/${session}/room` : isSteps ? '/first-steps' : '/';
  const label = isId(session) ? checkWords.back : isSteps ? checkWords.steps : checkWords.home;
  return (
    <div className={classes.buttons}>
      <Button component={Link} to={to} size="md">
        {label}
      </Button>
      <Button variant="default" size="md" disabled={kept === 'not yet'} onClick={() => run.start()}>
        {checkWords.again}
      </Button>
    </div>
  );
}
