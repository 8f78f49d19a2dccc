/** The end of the first working day after an instant, where the program is. Holidays are not known here. */
export function endOfNextWorkingDay(after: Date, zone: string): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone).startOfDay();
  let day = today.add({ days: 1 });
  while (day.dayOfWeek > 5) day = day.add({ days: 1 });
  return new Date(day.add({ days: 1 }).epochMilliseconds);
}
