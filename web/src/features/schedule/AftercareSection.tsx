import { Button } from '@mantine/core';
import { type Aftercare, type AnswerMark, commandRoom, readAftercare, readCallback, type Session } from '@rejoin/shared';
import { useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { Section } from '../../ui/Section';
import { TimeText } from '../../ui/TimeText';
import classes from './AftercareSection.module.css';

const said = { fine: 'said: I’m fine', call: 'asks for a call', unsafe: 'said: I’m not safe' };
const marks = { seen: 'Staff have seen it', called: 'Staff called' };

/** What people of a session left with staff: a wish to be called, and private words. Nothing where nobody did. */
export function AftercareSection({ session }: { session: Session }) {
  const me = useMe();
  const leads = session.seats.some(({ personId, capacity, endedAt }) => personId === me.personId && /ead$/.test(capacity) && !endedAt);
  const mayRead = leads || me.roles.some(({ role }) => role === 'supervisor');
  const found = useCall(
    readAftercare,
    { params: { sessionId: session.id } },
    { enabled: mayRead && session.startedAt !== null, everyMs: 30_000 },
  );
  if (!found.data || found.data.people.length === 0) return null;
  return (
    <Section title="After the session" description="Who asked for a call, and words with staff. Nobody of the group reads this.">
      <ul className={classes.list}>
        {found.data.people.map((person) => (
          <Person key={person.seatId} session={session} person={person} mayMark={leads} />
        ))}
      </ul>
    </Section>
  );
}

interface PersonProps {
  session: Session;
  person: Aftercare;
  mayMark: boolean;
}

function Person({ session, person, mayMark }: PersonProps) {
  const { leaving, lines, name } = person;
  const isOpen = leaving !== undefined && leaving.answer !== 'fine' && !leaving.mark;
  return (
    <li className={classes.person} data-open={isOpen || undefined}>
      <p>
        <strong>{name}</strong>
        {leaving && (
          <>
            {' '}
            {said[leaving.answer]}, <TimeText at={leaving.at} style="time" />
            {leaving.mark && `. ${marks[leaving.mark]}.`}
          </>
        )}
      </p>
      {isOpen && <Care session={session} person={person} mayMark={mayMark} />}
      {lines.length > 0 && (
        <details>
          <summary>
            {lines.length} {lines.length === 1 ? 'message' : 'messages'}
          </summary>
          <ul className={classes.lines}>
            {lines.map((line) => (
              <li key={line.textId}>
                <strong>{line.name}</strong>, <TimeText at={line.at} style="time" />: {line.body ?? 'This message was taken out.'}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Care({ session, person: { seatId, name }, mayMark }: PersonProps) {
  const sessionId = session.id;
  const callback = useCall(readCallback, { params: { sessionId, seatId } });
  const command = useCommand(commandRoom, { refresh: [readAftercare] });
  const mark = (as: AnswerMark) =>
    command.run({ params: { sessionId }, body: { id: crypto.randomUUID(), command: { type: 'markAnswer', seatId, mark: as } } });
  const number = callback.data?.number;
  return (
    <div className={classes.care}>
      {number ? (
        <Button component="a" size="compact-md" href={`tel:${number.replace(/[^+\d]/g, '')}`} aria-label={`Call ${number}: ${name}`}>
          Call {number}
        </Button>
      ) : (
        <span>{callback.isPending ? 'Looking up the number…' : 'No number is on record.'}</span>
      )}
      {mayMark && (
        <>
          <Button
            size="compact-md"
            variant="default"
            loading={command.running}
            onClick={() => mark('called')}
            aria-label={`${name}: called`}
          >
            Called
          </Button>
          <Button size="compact-md" variant="default" loading={command.running} onClick={() => mark('seen')} aria-label={`${name}: seen`}>
            Seen
          </Button>
        </>
      )}
      <ErrorNote error={command.error} />
    </div>
  );
}
