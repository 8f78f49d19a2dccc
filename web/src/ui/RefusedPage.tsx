import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from './EmptyState';
import { Page } from './Page';

/** For pages that the reader's roles do not open. */
export function RefusedPage() {
  return (
    <Page title="This page is not open to you" width="narrow">
      <EmptyState
        icon={IconLock}
        title="Your role does not include this"
        action={
          <Button component={Link} to="/">
            Go to today
          </Button>
        }
      >
        If you think it should, ask the office of your program. Nothing is wrong with your account.
      </EmptyState>
    </Page>
  );
}
