import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './Rows.module.css';

/** A quiet list on one surface; rows are links where they lead somewhere. */
export function Rows({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  to?: string;
  start?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  end?: ReactNode;
  /** On a narrow screen the start stands above the words, the end beside it. */
  stacked?: boolean;
  /** What is over: quieter. */
  past?: boolean;
}

export function Row({ to, start, title, detail, end, stacked, past }: RowProps) {
  return (
    <li className={classes.row} data-link={to ? true : undefined} data-stacked={stacked || undefined} data-past={past || undefined}>
      {start && <span className={classes.start}>{start}</span>}
      <span className={classes.words}>
        {to ? (
          <Link to={to} className={classes.link}>
            {title}
          </Link>
        ) : (
          <span className={classes.title}>{title}</span>
        )}
        {detail && <span className={classes.detail}>{detail}</span>}
      </span>
      {end && <span className={classes.end}>{end}</span>}
      {to && <IconChevronRight className={classes.arrow} size={18} aria-hidden />}
    </li>
  );
}
