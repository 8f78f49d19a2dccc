import { type NotePage as NotePageOf, readDay, readNote } from '@rejoin/shared';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { dateName } from '../../lib/days';
import { may, useMe } from '../../lib/me';
import { useCall } from '../../lib/query';
import { Page } from '../../ui/Page';
import { RefusedPage } from '../../ui/RefusedPage';
import { AddendumForm } from './AddendumForm';
import { CosignForm } from './CosignForm';
import { FactsPanel, Identifiers } from './FactsPanel';
import classes from './Notes.module.css';
import { stateOf } from './parts';
import { PrintLink } from './PrintLink';
import { Returned, SignedNote } from './SignedNote';
import { StateBadge } from './StateBadge';

export function NotePage() {
  return may(useMe(), 'note.read') ? <Reading /> : <RefusedPage />;
}

function Reading() {
  const { noteId = '' } = useParams();
  const page = useCall(readNote, { params: { noteId } });
  const note = page.data?.note;
  const name = page.data && (page.data.patientName ?? 'Group part');
  return (
    <Page
      title={name ? `Note: ${name}` : 'Note'}
      tabTitle="Note"
      width="normal"
      crumbs={[{ label: 'Today', to: '/' }]}
      lead={page.data && note && `${page.data.facts.title}, ${dateName(note.serviceDate)}. Written by ${note.authorName}.`}
      loading={!page.data}
      error={page.data ? null : page.error}
      onRetry={() => void page.refetch()}
    >
      {page.data && <OnePart key={noteId} page={page.data} />}
    </Page>
  );
}

/** One part by itself, for whoever co-signs it or reads the chart. */
function OnePart({ page: { facts, note, group } }: { page: NotePageOf }) {
  const { personId } = useMe();
  const mayCosign = note.cosigners.some(({ id }) => id === personId);
  return (
    <div className={classes.single}>
      <section className={classes.sheet} aria-label="The part">
        <header className={classes.head}>
          <Identifiers patient={facts.patient} />
          <StateBadge state={stateOf({ note }, personId)} note={note} />
          <span className={classes.headEnd}>
            <PrintLink note={note} />
          </span>
        </header>
        <FactsPanel facts={facts} clinicianPlace={note.clinicianPlace || 'The program'} />
        {note.returned && <Returned returned={note.returned} />}
        <SignedNote note={note} />
        {mayCosign && <CosignForm note={note} />}
        {!mayCosign && <After note={note} />}
      </section>
      {group && (
        <section className={classes.sheet} aria-labelledby="common-part">
          <h2 id="common-part" className={classes.name}>
            Group part
          </h2>
          <SignedNote note={group} />
        </section>
      )}
    </div>
  );
}

/** What can still be done with it: an addendum, or the next that waits. */
function After({ note }: Pick<NotePageOf, 'note'>) {
  const me = useMe();
  const [amends, setAmends] = useState(false);
  const day = useCall(readDay);
  const next = day.data?.notesToCosign.find(({ noteId }) => noteId !== note.id);
  const mayAmend =
    note.status === 'signed' &&
    may(me, 'note.amend') &&
    (note.authorId === me.personId || me.roles.some(({ role }) => role === 'supervisor'));
  if (amends) return <AddendumForm note={note} onDone={() => setAmends(false)} onClose={() => setAmends(false)} />;
  return (
    <div className={classes.buttons}>
      {next && (
        <Button component={Link} to={`/notes/${next.noteId}`}>
          Next to co-sign
        </Button>
      )}
      {mayAmend && (
        <Button variant="default" onClick={() => setAmends(true)}>
          Add an addendum
        </Button>
      )}
    </div>
  );
}
