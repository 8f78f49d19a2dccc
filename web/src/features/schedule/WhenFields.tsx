import { NumberInput, TextInput } from '@mantine/core';
import { instantOf, minutesLater } from '../../lib/days';
import { useMe } from '../../lib/me';
import { formatSpan, sameClock, zoneName } from '../../lib/time';
import type { Form } from './sessionForm';
import classes from './SessionForm.module.css';

function useZone(form: Form): string {
  const me = useMe();
  return me.programs.find((program) => program.id === form.values.programId)?.zone ?? me.zone;
}

export function WhenFields({ form }: { form: Form }) {
  const zone = useZone(form);
  return (
    <>
      <div className={classes.when}>
        <TextInput type="date" label="Day" {...form.getInputProps('date')} />
        <TextInput type="time" label="Start" {...form.getInputProps('time')} />
        <NumberInput label="Length in minutes" min={5} max={720} step={5} allowDecimal={false} {...form.getInputProps('plannedMinutes')} />
      </div>
      <p className={classes.says} aria-live="polite">
        <Says form={form} zone={zone} />
      </p>
    </>
  );
}

/** The whole time in words, so that a wrong day or zone is seen before it is sent. */
function Says({ form, zone }: { form: Form; zone: string }) {
  const me = useMe();
  const { date, time, plannedMinutes } = form.values;
  const zoneWords = `Times are those of the program: ${zoneName(zone)}.`;
  if (!date || !time) return zoneWords;
  const from = instantOf(`${date}T${time}`, zone);
  if (!from) return `This time does not exist on that day in ${zoneName(zone)}: the clocks change. Please choose another.`;
  const to = minutesLater(from, Number(plannedMinutes));
  const own = sameClock(from, me.zone, zone) ? '' : ` For you that is ${formatSpan(from, to, me.zone)}.`;
  return `${formatSpan(from, to, zone)}, ${zoneName(zone)}.${own}`;
}
