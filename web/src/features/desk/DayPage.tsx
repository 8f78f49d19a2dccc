import { readDay } from '@rejoin/shared';
import { isStaff, useMe } from '../../lib/me';
import { useCall } from '../../lib/query';
import { Page } from '../../ui/Page';
import { PatientDay } from './PatientDay';
import { StaffDay } from './StaffDay';

function greetingAt(zone: string): string {
  const hour = Temporal.Now.zonedDateTimeISO(zone).hour;
  if (hour < 5) return 'Hello';
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
}

export function DayPage() {
  const me = useMe();
  const day = useCall(readDay, undefined, { everyMs: 60_000 });
  const staff = isStaff(me);
  const Content = staff ? StaffDay : PatientDay;
  return (
    <Page
      title={`${greetingAt(me.zone)}, ${me.displayName}`}
      tabTitle="Today"
      width={staff ? 'normal' : 'narrow'}
      loading={!day.data}
      error={day.data ? null : day.error}
      onRetry={() => void day.refetch()}
    >
      {day.data && <Content day={day.data} />}
    </Page>
  );
}
