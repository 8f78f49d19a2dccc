import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { checkWords } from '../../../lib/checkWords';
import { StatusBadge, type StatusTone } from '../../../ui/StatusBadge';
import classes from './DeviceCheck.module.css';

const { words } = checkWords;

/** What a result asks of the reader, in one word. */
const marks: Record<string, { tone: StatusTone; word: string }> = {
  good: { tone: 'good', word: words.good },
  weak: { tone: 'waiting', word: words.weak },
  none: { tone: 'neutral', word: words.missing },
  skipped: { tone: 'neutral', word: words.untried },
  notOffered: { tone: 'neutral', word: words.none },
};
const bad = { tone: 'problem', word: words.bad } as const;

interface Props {
  icon: Icon;
  name: string;
  /** None while it is being looked at, or where nothing is known. */
  result: string | null;
  said: { now: string; next?: string } | null;
  /** Nothing was tried yet. */
  isOpen?: boolean;
  children?: ReactNode;
}

/** One part of the check: what it is, how it is, and what to do next. */
export function CheckRow({ icon: Part, name, result, said, isOpen, children }: Props) {
  const mark = result === null || isOpen ? null : (marks[result] ?? bad);
  return (
    <li className={classes.row} data-check={name} data-result={result ?? undefined}>
      <Part className={classes.icon} size={24} stroke={1.75} aria-hidden />
      <div className={classes.text}>
        <h2 className={classes.name}>{name}</h2>
        <p role="status">{said ? said.now : `${checkWords.looking}…`}</p>
        {said?.next && <p className={classes.next}>{said.next}</p>}
        {children}
      </div>
      {mark && <StatusBadge tone={mark.tone}>{mark.word}</StatusBadge>}
    </li>
  );
}
