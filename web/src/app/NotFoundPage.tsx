import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';

export function NotFoundPage() {
  return (
    <Page title="This page is not here" width="narrow">
      <EmptyState
        icon={IconMapQuestion}
        title="The link may be old, or not for you"
        action={
          <Button component={Link} to="/">
            Go to today
          </Button>
        }
      >
        Nothing is wrong with your account. Everything you need is on your first page.
      </EmptyState>
    </Page>
  );
}
