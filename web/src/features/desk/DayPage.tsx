import { IconCalendar } from '@tabler/icons-react';
import { useMe } from '../../lib/me';
import { EmptyState } from '../../ui/EmptyState';
import { Page } from '../../ui/Page';

export function DayPage() {
  const me = useMe();
  return (
    <Page title={`Hello, ${me.displayName}`} tabTitle="Today">
      <EmptyState icon={IconCalendar} title="Nothing planned today">
        Your sessions will show here.
      </EmptyState>
    </Page>
  );
}
