import { TextInput } from '@mantine/core';
import classes from './CodeInput.module.css';

interface Props {
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}

/** Six digits; one field, so that pasting and filling in by the phone work. */
export function CodeInput({ value, onChange, autoFocus }: Props) {
  return (
    <TextInput
      label="Code"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
      autoFocus={autoFocus}
      classNames={{ input: classes.input }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/[^\d ]/g, ''))}
    />
  );
}
