import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './StatusBadge.module.css';

/** What a state asks of the reader: nothing, hope, patience, care, help. */
export type StatusTone = 'neutral' | 'active' | 'good' | 'waiting' | 'problem';

interface Props {
  tone?: StatusTone;
  icon?: Icon;
  /** A dot that breathes, for what is live right now. */
  live?: boolean;
  children: ReactNode;
}

export function StatusBadge({ tone = 'neutral', icon: IconPart, live, children }: Props) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {live && <span className={classes.dot} aria-hidden />}
      {IconPart && <IconPart size={15} aria-hidden />}
      {children}
    </span>
  );
}
