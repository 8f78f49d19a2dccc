import { TextInput } from '@mantine/core';
import classes from './CodeInput.module.css';

interface Props {
  label: string;
  description?: string;
  value: string;
  error?: string | null;
  disabled?: boolean;
  autoFocus?: boolean;
  /** The first field of a new PIN, for password managers. */
  isNew?: boolean;
  onChange: (pin: string) => void;
}

/** Six digits that nobody else should read; one field, so that the keys of a phone fit it. */
export function PinField({ label, description, value, error, disabled, autoFocus, isNew, onChange }: Props) {
  return (
    <TextInput
      label={label}
      description={description}
      type="password"
      inputMode="numeric"
      autoComplete={isNew ? 'new-password' : 'off'}
      maxLength={6}
      autoFocus={autoFocus}
      readOnly={disabled}
      error={error}
      classNames={{ input: classes.input }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, ''))}
    />
  );
}
