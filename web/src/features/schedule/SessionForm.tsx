import { Button, Group } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { Link } from 'react-router';
import { ErrorNote } from '../../ui/ErrorNote';
import { Section } from '../../ui/Section';
import { BlocksEditor } from './BlocksEditor';
import classes from './SessionForm.module.css';
import type { Form } from './sessionForm';
import { WhatFields } from './WhatFields';
import { WhenFields } from './WhenFields';

interface Props {
  form: Form;
  programFixed: boolean;
  leads: { value: string; label: string }[];
  submitLabel: string;
  running: boolean;
  error: Error | null;
  errorActions?: ReactNode;
  cancelTo: string;
  onSubmit: FormEventHandler<HTMLFormElement>;
  /** The seats, where they are part of the form. */
  children?: ReactNode;
}

export function SessionForm({ form, programFixed, leads, submitLabel, running, error, errorActions, cancelTo, onSubmit, children }: Props) {
  return (
    <form onSubmit={onSubmit} noValidate className={classes.form}>
      <Section title="What">
        <WhatFields form={form} programFixed={programFixed} />
      </Section>
      <Section title="When">
        <WhenFields form={form} />
      </Section>
      <BlocksEditor form={form} leads={leads} />
      {children}
      <div className={classes.foot}>
        <ErrorNote error={error}>{errorActions}</ErrorNote>
        <Group>
          <Button type="submit" loading={running} size="lg">
            {submitLabel}
          </Button>
          <Button component={Link} to={cancelTo} variant="subtle" size="lg">
            Leave without saving
          </Button>
        </Group>
      </div>
    </form>
  );
}
