import { Anchor } from '@mantine/core';
import { readDemo, type ReplyOf } from '@rejoin/shared';
import { IconMail } from '@tabler/icons-react';
import { useCall } from '../../lib/query';
import { PersonChip } from '../../ui/PersonChip';
import classes from './DemoPeople.module.css';

export type DemoPerson = ReplyOf<typeof readDemo>['people'][number];

interface Props {
  disabled: boolean;
  onChoose: (person: DemoPerson) => void;
}

/** People to try the product as; a real installation has none. */
export function DemoPeople({ disabled, onChoose }: Props) {
  const demo = useCall(readDemo, undefined, { staleMs: Infinity });
  if (!demo.data || demo.data.people.length === 0) return null;
  return (
    <section className={classes.demo} aria-labelledby="demo-people">
      <h2 id="demo-people" className={classes.title}>
        This is a trial. Sign in as
      </h2>
      <ul className={classes.list}>
        {demo.data.people.map((person) => (
          <li key={person.email}>
            <button type="button" className={classes.person} disabled={disabled} onClick={() => onChoose(person)}>
              <PersonChip name={person.name} detail={person.role} size="sm" />
            </button>
          </li>
        ))}
      </ul>
      {demo.data.inboxUrl && (
        <p className={classes.inbox}>
          <IconMail size={18} aria-hidden />
          <Anchor href={demo.data.inboxUrl} target="_blank" rel="noreferrer" size="sm">
            Open the trial mail inbox
          </Anchor>
        </p>
      )}
    </section>
  );
}
