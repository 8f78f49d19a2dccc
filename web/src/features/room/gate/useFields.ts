import { type ChangeEvent, type FormEvent, useState } from 'react';
import { focusFirstError } from '../../../lib/firstError';

type Texts = Record<string, string>;
/** What is wrong with a text, in a sentence; nothing where it is right. */
export type Check<T extends Texts> = (values: T) => Partial<Record<keyof T, string | undefined>>;

/** Why a line cannot be kept; the server checks it again by the schemas, which are too large for the way to the room. */
export function faultOf(text: string, max: number): string | undefined {
  if (text.trim() === '') return 'Please fill this in.';
  return text.trim().length > max ? `Keep this under ${max} characters.` : undefined;
}

/** The few fields of a page of the gate: checked when sent, and a sentence goes as soon as its field is changed. */
export function useFields<T extends Texts>(initial: T, check: Check<T>) {
  const [values, setValues] = useState(initial);
  const [faults, setFaults] = useState<ReturnType<Check<T>>>({});
  const choice = (name: keyof T & string) => ({
    value: values[name],
    error: faults[name],
    onChange: (value: string) => {
      setValues((all) => ({ ...all, [name]: value }));
      setFaults((all) => ({ ...all, [name]: undefined }));
    },
  });
  const field = (name: keyof T & string) => ({
    ...choice(name),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => choice(name).onChange(event.currentTarget.value),
  });
  const onSubmit = (send: (values: T) => void) => (event: FormEvent) => {
    event.preventDefault();
    const found = check(values);
    setFaults(found);
    if (Object.values(found).some(Boolean)) focusFirstError();
    else send(values);
  };
  return { values, choice, field, onSubmit, reset: () => setValues(initial) };
}
