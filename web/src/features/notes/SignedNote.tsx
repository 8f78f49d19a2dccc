import type { Addendum, Note, Signature } from '@rejoin/shared';
import { IconHourglass, IconLock } from '@tabler/icons-react';
import { dateName } from '../../lib/days';
import { listed } from '../../lib/words';
import { Note as Notice } from '../../ui/Note';
import { TimeText } from '../../ui/TimeText';
import classes from './SignedNote.module.css';

/** What nobody can change any more: the text, who signed it, and what was added later. */
export function SignedNote({ note }: { note: Note }) {
  return (
    <>
      <div className={classes.body}>{note.fields.Note}</div>
      <div className={classes.signatures}>
        {note.signature && <Signed verb="Signed" signature={note.signature} />}
        {note.cosignature && <Signed verb="Co-signed" signature={note.cosignature} />}
        {note.status === 'awaitingCosignature' && (
          <p className={classes.signature}>
            <IconHourglass size={18} aria-hidden />
            <span>
              {note.cosigners.length > 0
                ? `Goes to ${listed(note.cosigners.map(({ name }) => name))} for co-signature.`
                : 'Waits for a co-signature, and nobody is set who may give it. Ask your program office.'}
            </span>
          </p>
        )}
        {note.lateEntryOn && (
          <p className={classes.late}>
            Late entry, {dateName(note.lateEntryOn)}. The session was on {dateName(note.serviceDate)}.
          </p>
        )}
        {note.contentHash && (
          <p className={classes.hash} title={`SHA-256 ${note.contentHash}`}>
            Sealed {note.contentHash.slice(0, 16)}…
          </p>
        )}
      </div>
      {note.addenda.map((addendum) => (
        <Added key={addendum.id} addendum={addendum} />
      ))}
    </>
  );
}

function Who({ signature: { name, credentials, licences } }: { signature: Signature }) {
  const held = licences.map(({ type, state, number }) => `${type} ${state} ${number}`).join(', ');
  return (
    <>
      <strong>
        {name}
        {credentials && `, ${credentials}`}
      </strong>
      {held && ` (${held})`}
    </>
  );
}

function Signed({ verb, signature }: { verb: string; signature: Signature }) {
  return (
    <p className={classes.signature}>
      <IconLock size={18} aria-hidden />
      <span>
        {verb} by <Who signature={signature} />, <TimeText at={signature.at} />
      </span>
    </p>
  );
}

function Added({ addendum }: { addendum: Addendum }) {
  return (
    <section className={classes.addendum} aria-label="Addendum">
      <p className={classes.addendumTitle}>
        Addendum, <TimeText at={addendum.signature.at} />
      </p>
      <div className={classes.addendumText}>{addendum.text}</div>
      <p className={classes.addendumBy}>
        <Who signature={addendum.signature} />
      </p>
    </section>
  );
}

/** A draft that the supervisor gave back, with their word. */
export function Returned({ returned }: { returned: NonNullable<Note['returned']> }) {
  return (
    <Notice tone="warning" title={`${returned.byName} gave this part back`}>
      {returned.word}{' '}
      <span className={classes.when}>
        (<TimeText at={returned.at} />)
      </span>
    </Notice>
  );
}
