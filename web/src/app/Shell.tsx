import { useRef } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { IconUser } from '@tabler/icons-react';
import { useMe } from '../lib/me';
import { Covered } from '../ui/Covered';
import { GetHelpButton } from '../ui/GetHelpButton';
import { Logo } from '../ui/Logo';
import { AccountMenu } from './AccountMenu';
import { CrashPage } from './CrashPage';
import { ErrorBoundary } from './ErrorBoundary';
import { type NavigationItem, navigationOf } from './navigation';
import classes from './Shell.module.css';

const you: NavigationItem = { to: '/account', label: 'You', icon: IconUser };

/** A page that breaks leaves the header and the ways out of it in place. */
export function Shell() {
  const { pathname } = useLocation();
  const items = navigationOf(useMe());
  const main = useRef<HTMLElement>(null);
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        Skip to the page
      </button>
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link to="/" className={classes.home} aria-label="Rejoin, today">
            <Logo />
          </Link>
          {items.length > 1 && <TopNavigation items={items} />}
          <div className={classes.end}>
            <GetHelpButton />
            <AccountMenu />
          </div>
        </div>
      </header>
      <main ref={main} className={classes.main} tabIndex={-1}>
        <ErrorBoundary key={pathname} Fallback={CrashPage}>
          <Covered text="This page is covered while you share your screen.">
            <Outlet />
          </Covered>
        </ErrorBoundary>
      </main>
      <BottomNavigation items={[...items, you]} />
    </div>
  );
}

function TopNavigation({ items }: { items: readonly NavigationItem[] }) {
  return (
    <nav className={classes.top} aria-label="Main">
      {items.map((item) => (
        <NavLink key={item.to} to={item.to} end={item.end} className={classes.topLink}>
          {item.label}
        </NavLink>
      ))}
    </nav>
  );
}

function BottomNavigation({ items }: { items: readonly NavigationItem[] }) {
  return (
    <nav className={classes.bottom} aria-label="Main">
      {items.map(({ to, end, label, icon: IconPart }) => (
        <NavLink key={to} to={to} end={end} className={classes.bottomLink}>
          <IconPart size={23} stroke={1.7} aria-hidden />
          <span>{label}</span>
        </NavLink>
      ))}
    </nav>
  );
}
