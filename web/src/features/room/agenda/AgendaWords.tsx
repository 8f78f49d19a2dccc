import { formatMinutes } from '../../../lib/time';
import { timeLeft } from '../stage/timeLeft';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { blockKindName } from '../state/words';
import classes from './Agenda.module.css';
import type { AgendaPart } from './changes';

/** What a part is, how long, and with whom. */
export function AgendaWords({ part: { blockId, kind, topic, minutes, leadName, skipped } }: { part: AgendaPart }) {
  const { current } = useRoom().view.agenda;
  const detail = skipped
    ? ['left out today']
    : [topic && blockKindName(kind), formatMinutes(minutes), leadName && `with ${leadName}`].filter(Boolean);
  return (
    <div className={classes.words}>
      <p className={classes.name}>{topic || blockKindName(kind)}</p>
      <p className={classes.detail}>{detail.join(' · ')}</p>
      {current?.blockId === blockId && <Left endsAt={current.endsAt} />}
    </div>
  );
}

function Left({ endsAt }: { endsAt: string }) {
  return <p className={classes.left}>Now · {timeLeft(endsAt, useNow())}</p>;
}
