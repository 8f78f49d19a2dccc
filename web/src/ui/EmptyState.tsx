import { Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface Props {
  icon?: Icon;
  title: string;
  /** Why it is empty and what to do next. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon: IconPart, title, children, action }: Props) {
  return (
    <div className={classes.root}>
      {IconPart && (
        <span className={classes.icon} aria-hidden>
          <IconPart size={28} stroke={1.6} />
        </span>
      )}
      <Title order={2} size="h3">
        {title}
      </Title>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
