import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Note.module.css';

interface Props {
  error: Error | string | null | undefined;
  /** A way to try again, where trying again can help. */
  onRetry?: () => void;
  retryLabel?: string;
  children?: ReactNode;
}

function sentenceOf(error: Error | string): string {
  if (typeof error === 'string') return error;
  // Only our own errors carry a sentence that was written for people.
  return error.name === 'ApiError' ? error.message : 'Something went wrong on this page. Please try again.';
}

/** What went wrong and what to do next; nothing when nothing is wrong. */
export function ErrorNote({ error, onRetry, retryLabel = 'Try again', children }: Props) {
  if (!error) return null;
  return (
    <div className={classes.note} data-tone="error" role="alert">
      <IconAlertCircle className={classes.icon} size={22} aria-hidden />
      <div className={classes.body}>
        <p className={classes.text}>{sentenceOf(error)}</p>
        {children}
        {onRetry && (
          <Button variant="default" size="sm" mt="sm" onClick={onRetry}>
            {retryLabel}
          </Button>
        )}
      </div>
    </div>
  );
}
