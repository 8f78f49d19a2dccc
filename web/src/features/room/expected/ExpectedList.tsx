import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Listed } from '../panels/listed';
import { useRoom } from '../state/roomContext';
import { useLeastHeard } from '../talk/useLeastHeard';
import { ExpectedRow } from './ExpectedRow';
import classes from './Expected.module.css';
import { countsOf, partTitles, rosterOf } from './roster';
import { useRowKeys } from './useRowKeys';

const OutDialog = lazy(async () => ({ default: (await import('./OutDialog')).OutDialog }));

/** For staff: everyone expected, in one list, with what each of them needs. */
export function ExpectedList() {
  const { view } = useRoom();
  const [sendingOut, setSendingOut] = useState<Listed | null>(null);
  const [writingTo, setWritingTo] = useState<string | null>(null);
  const heard = useLeastHeard();
  const toggleThread = (seatId: string) => setWritingTo((was) => (was === seatId ? null : seatId));
  const onKeyDown = useRowKeys({ onOut: setSendingOut, onMessage: toggleThread });
  return (
    <div className={classes.root} onKeyDown={onKeyDown}>
      <p className={classes.counts}>{countsOf(view)}</p>
      {rosterOf(view).map(({ part, people }) => (
        <section key={part} className={classes.part} data-part={part}>
          <div className={classes.head}>
            <h3 className={classes.title}>
              {partTitles[part]} ({people.length})
            </h3>
            {part === 'main' && view.phase === 'running' && (
              <Button size="compact-sm" variant={heard.isOn ? 'light' : 'subtle'} aria-pressed={heard.isOn} onClick={heard.toggle}>
                Least heard first
              </Button>
            )}
            {part === 'waiting' && view.me.place === 'main' && !view.doorClosed && <AdmitAll />}
          </div>
          <ul className={classes.list}>
            {(part === 'main' ? heard.sorted(people) : people).map((person) => (
              <ExpectedRow
                key={person.seatId}
                person={person}
                spoken={heard.words(person)}
                isWriting={writingTo === person.seatId}
                onMessage={() => toggleThread(person.seatId)}
                onOut={() => setSendingOut(person)}
              />
            ))}
          </ul>
        </section>
      ))}
      <KeysHelp />
      <Suspense fallback={null}>{sendingOut && <OutDialog person={sendingOut} onClose={() => setSendingOut(null)} />}</Suspense>
    </div>
  );
}

function AdmitAll() {
  const { commands } = useRoom();
  return (
    <Button
      size="compact-sm"
      title="Admit everyone (Shift + A)"
      loading={commands.isRunning({ type: 'admitAll' })}
      onClick={() => commands.run({ type: 'admitAll' })}
    >
      Admit everyone
    </Button>
  );
}

function KeysHelp() {
  return (
    <details className={classes.keys}>
      <summary>Keys</summary>
      <dl>
        <dt>
          <kbd>A</kbd>
        </dt>
        <dd>Admit this person, or who waits longest</dd>
        <dt>
          <kbd>Shift</kbd> <kbd>A</kbd>
        </dt>
        <dd>Admit everyone</dd>
        <dt>
          <kbd>B</kbd>
        </dt>
        <dd>Back to the waiting room</dd>
        <dt>
          <kbd>R</kbd>
        </dt>
        <dd>Not now: do not let in, or send out</dd>
        <dt>
          <kbd>W</kbd>
        </dt>
        <dd>Write to this person</dd>
        <dt>
          <kbd>↑</kbd> <kbd>↓</kbd>
        </dt>
        <dd>The person before or after</dd>
      </dl>
    </details>
  );
}
