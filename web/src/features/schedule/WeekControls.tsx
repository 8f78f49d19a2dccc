import { ActionIcon, Button, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { addDays, mondayOf, weekName } from '../../lib/days';
import { useMe } from '../../lib/me';
import classes from './Schedule.module.css';

interface Props {
  monday: string;
  today: string;
  programId: string | undefined;
  onWeek: (monday: string) => void;
  onProgram: (programId: string | null) => void;
}

export function WeekControls({ monday, today, programId, onWeek, onProgram }: Props) {
  const { programs } = useMe();
  const current = mondayOf(today);
  return (
    <div className={classes.controls}>
      <div className={classes.week}>
        <ActionIcon variant="default" size={42} aria-label="Week before" onClick={() => onWeek(addDays(monday, -7))}>
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="default" size={42} aria-label="Week after" onClick={() => onWeek(addDays(monday, 7))}>
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
        <h2 className={classes.weekName} aria-live="polite">
          {weekName(monday)}
        </h2>
        {monday !== current && (
          <Button variant="subtle" size="sm" onClick={() => onWeek(current)}>
            This week
          </Button>
        )}
      </div>
      {programs.length > 1 && (
        <Select
          className={classes.program}
          aria-label="Program"
          placeholder="All programs"
          clearable
          clearButtonProps={{ 'aria-label': 'Show all programs' }}
          data={programs.map(({ id, name }) => ({ value: id, label: name }))}
          value={programId ?? null}
          onChange={onProgram}
        />
      )}
    </div>
  );
}
