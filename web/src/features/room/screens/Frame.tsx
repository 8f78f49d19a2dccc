import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { GetHelpButton } from '../../../ui/GetHelpButton';
import { Logo } from '../../../ui/Logo';
import classes from './Frame.module.css';

interface Props {
  title: string;
  /** A quiet line above the title: which session this is. */
  above?: ReactNode;
  /** Beside the words on a wide screen, above them on a narrow one. */
  picture?: ReactNode;
  phone?: string;
  children: ReactNode;
}

/** The page around every state of a session but the room itself. */
export function Frame({ title, above, picture, phone, children }: Props) {
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Link to="/" className={classes.home} aria-label="Rejoin, today">
          <Logo />
        </Link>
        <GetHelpButton />
      </header>
      <main className={classes.main} data-pictured={picture ? true : undefined}>
        {picture && <div className={classes.picture}>{picture}</div>}
        <div className={classes.words}>
          {above && <p className={classes.above}>{above}</p>}
          <Title order={1} tabIndex={-1} data-page-heading>
            {title}
          </Title>
          {children}
        </div>
      </main>
      <footer className={classes.footer}>{phone && <Phone phone={phone} />}</footer>
    </div>
  );
}

function Phone({ phone }: { phone: string }) {
  return (
    <p>
      Need a hand? Call your program: <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
    </p>
  );
}
