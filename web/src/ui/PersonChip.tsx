import type { ReactNode } from 'react';
import { Initial } from './Initial';
import classes from './PersonChip.module.css';

interface Props {
  name: string;
  /** Pronouns, a role, a state: one quiet line. */
  detail?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
}

export function PersonChip({ name, detail, size = 'md' }: Props) {
  return (
    <span className={classes.chip}>
      <Initial name={name} size={size} />
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        {detail && <span className={classes.detail}>{detail}</span>}
      </span>
    </span>
  );
}
