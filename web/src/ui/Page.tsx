import { Anchor, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ErrorNote } from './ErrorNote';
import { Loading } from './Loading';
import classes from './Page.module.css';
import { useTitle } from './useTitle';

export interface Crumb {
  label: string;
  to: string;
}

interface Props {
  title: string;
  /** For the browser tab, where the title on the page names a person or says too much. */
  tabTitle?: string;
  /** One calm sentence under the title. */
  lead?: ReactNode;
  /** The ways back up, outermost first. */
  crumbs?: readonly Crumb[];
  /** Buttons at the right of the title; the main one last. */
  actions?: ReactNode;
  /** Shown instead of the content while it is being read. */
  loading?: boolean;
  /** Shown instead of the content when reading it failed. */
  error?: Error | null;
  onRetry?: () => void;
  /** Narrow for reading and forms, wide for tables. */
  width?: 'narrow' | 'normal' | 'wide';
  children?: ReactNode;
}

export function Page({ title, tabTitle, lead, crumbs, actions, loading, error, onRetry, width = 'normal', children }: Props) {
  useTitle(tabTitle ?? title);
  return (
    <div className={classes.page} data-width={width}>
      {crumbs && crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      <header className={classes.header}>
        <div className={classes.heading}>
          <Title order={1} tabIndex={-1} data-page-heading>
            {title}
          </Title>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {error ? <ErrorNote error={error} onRetry={onRetry} /> : loading ? <Loading /> : children}
    </div>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Where you are" className={classes.crumbs}>
      {crumbs.map((crumb, at) => (
        <span key={crumb.to} className={classes.crumb}>
          {at > 0 && <IconChevronRight size={14} aria-hidden />}
          <Anchor component={Link} to={crumb.to} size="sm" underline="hover">
            {crumb.label}
          </Anchor>
        </span>
      ))}
    </nav>
  );
}
