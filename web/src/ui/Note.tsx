import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Note.module.css';

type Tone = 'info' | 'good' | 'warning';

const icons = { info: IconInfoCircle, good: IconCircleCheck, warning: IconAlertTriangle };

interface Props {
  tone?: Tone;
  title?: string;
  children: ReactNode;
  /** Read out when it appears. */
  live?: boolean;
}

/** A quiet message inside a page. */
export function Note({ tone = 'info', title, children, live }: Props) {
  const Icon = icons[tone];
  return (
    <div className={classes.note} data-tone={tone} role={live ? 'status' : undefined}>
      <Icon className={classes.icon} size={22} aria-hidden />
      <div className={classes.body}>
        {title && <p className={classes.title}>{title}</p>}
        <div className={classes.text}>{children}</div>
      </div>
    </div>
  );
}
