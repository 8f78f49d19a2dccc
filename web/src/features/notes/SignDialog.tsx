import { Button, Group, Kbd, Modal } from '@mantine/core';
import type { NoteSlot, SessionNotes } from '@rejoin/shared';
import { type KeyboardEvent, useState } from 'react';
import { announce } from '../../lib/announce';
import { useMe } from '../../lib/me';
import { counted, listed } from '../../lib/words';
import { ErrorNote } from '../../ui/ErrorNote';
import { TimeText } from '../../ui/TimeText';
import classes from './SignDialog.module.css';
import { SignRow } from './SignRow';
import type { NoteSaver } from './noteSaver';
import { isUnsigned, keyOfPart } from './parts';
import { ProofField } from './ProofField';
import { whyNot } from './signing';
import { useProof } from './useProof';
import { useSignParts } from './useSignParts';

interface Props {
  sessionId: string;
  slots: readonly NoteSlot[];
  saverOf: (slot: NoteSlot) => NoteSaver;
  signing: SessionNotes['signing'];
  onOpenPart: (part: string) => void;
  onClose: () => void;
}

/** Every part that is not signed yet: what can be signed is signed together, the rest says why not. */
export function SignDialog({ sessionId, slots, saverOf, signing, onOpenPart, onClose }: Props) {
  const { personId } = useMe();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const proof = useProof(signing.until);
  const { sign, refusals, error } = useSignParts(sessionId, saverOf);
  const open = slots.filter(isUnsigned);
  const reasonOf = (slot: NoteSlot) => whyNot(slot, saverOf(slot).current(), personId);
  const chosen = open.filter((slot) => !reasonOf(slot) && !left.includes(keyOfPart(slot)));
  const passes = chosen.length > 0 && chosen.every((slot) => refusals[keyOfPart(slot)]?.code === 'note.namesOther');
  const submit = async () => {
    if (busy || chosen.length === 0) return;
    setBusy(true);
    await proof.within(async () => {
      const { signed, refused } = await sign(chosen);
      if (signed.length > 0) announce(`${counted(signed.length, 'part')} signed.`);
      if (!refused) onClose();
    });
    setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };
  const choose = (key: string, isChosen: boolean) => setLeft((keys) => (isChosen ? keys.filter((each) => each !== key) : [...keys, key]));
  return (
    <Modal opened onClose={onClose} title="Sign" size="lg" closeButtonProps={{ 'aria-label': 'Close' }} onKeyDown={onKeyDown}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className={classes.lead}>Your name, credentials and the time stand under each part. After that nobody can change it.</p>
        <ul className={classes.rows}>
          {open.map((slot) => (
            <SignRow
              key={keyOfPart(slot)}
              slot={slot}
              text={saverOf(slot).current().body}
              reason={reasonOf(slot)}
              refusal={refusals[keyOfPart(slot)]}
              isChosen={chosen.includes(slot)}
              onChoose={(isChosen) => choose(keyOfPart(slot), isChosen)}
              onOpen={() => onOpenPart(keyOfPart(slot))}
            />
          ))}
        </ul>
        {signing.cosigners && <Cosigners names={signing.cosigners.map(({ name }) => name)} />}
        <ProofField proof={proof} />
        <ErrorNote error={error?.code === 'signing.closed' ? null : error} />
        {!proof.asks && signing.until && (
          <p className={classes.window}>
            No password needed until <TimeText at={signing.until} style="time" />
          </p>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Go back
          </Button>
          <Button key={String(passes)} type="submit" loading={busy} disabled={chosen.length === 0} autoFocus={passes} data-autofocus>
            {passes ? 'Let the words stand and sign' : `Sign ${counted(chosen.length, 'part')}`}
            <Kbd size="xs" ml="sm" className={classes.kbd}>
              Enter
            </Kbd>
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function Cosigners({ names }: { names: readonly string[] }) {
  return (
    <p className={classes.cosigners}>
      {names.length > 0
        ? `Goes to ${listed(names)} for co-signature.`
        : 'No licensed supervisor is set for that day. Ask your program office to set one, then sign.'}
    </p>
  );
}
