import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { GetHelpButton } from '../../ui/GetHelpButton';
import { Logo } from '../../ui/Logo';
import { useTitle } from '../../ui/useTitle';
import classes from './AccountFrame.module.css';
import { Circle } from './Circle';

interface Props {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  /** Quiet links under the form. */
  footer?: ReactNode;
}

/** The frame of all pages around signing in. */
export function AccountFrame({ title, lead, children, footer }: Props) {
  useTitle(title);
  return (
    <div className={classes.frame}>
      <div className={classes.side} aria-hidden>
        <Circle />
        <p className={classes.motto}>Your place is kept.</p>
      </div>
      <div className={classes.column}>
        <header className={classes.header}>
          <Link to="/sign-in" className={classes.home} aria-label="Rejoin">
            <Logo />
          </Link>
          <GetHelpButton />
        </header>
        <main className={classes.main}>
          <Title order={1} tabIndex={-1} data-page-heading>
            {title}
          </Title>
          {lead && <p className={classes.lead}>{lead}</p>}
          <div className={classes.content}>{children}</div>
          {footer && <div className={classes.footer}>{footer}</div>}
        </main>
      </div>
    </div>
  );
}
