import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { passwordLength } from '@rejoin/shared';

/** Null when the password can be used, else what to change. */
export function passwordProblem(value: string): string | null {
  if (value.length < passwordLength.min) return `Please use at least ${passwordLength.min} characters.`;
  if (value.length > passwordLength.max) return `Please use at most ${passwordLength.max} characters.`;
  return null;
}

export function NewPasswordInput(props: PasswordInputProps) {
  return (
    <PasswordInput
      label="New password"
      description={`At least ${passwordLength.min} characters. Four or five plain words in a row work well.`}
      autoComplete="new-password"
      {...props}
    />
  );
}
