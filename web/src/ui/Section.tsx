import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './Section.module.css';

interface Props {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** `card` stands on its own surface, `plain` on the page. */
  variant?: 'card' | 'plain';
  children: ReactNode;
}

export function Section({ title, description, actions, variant = 'card', children }: Props) {
  const id = useId();
  return (
    <section className={classes.root} data-variant={variant} aria-labelledby={id}>
      <div className={classes.header}>
        <div className={classes.heading}>
          <Title order={2} size="h3" id={id}>
            {title}
          </Title>
          {description && <p className={classes.description}>{description}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
