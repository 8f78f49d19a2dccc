import { Select, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { zoneName, zoneOptions } from '../../lib/time';
import classes from './People.module.css';

interface Props {
  /** The field of the form by its short name. */
  field: (name: 'givenName' | 'familyName' | 'displayName' | 'pronouns' | 'email' | 'phone' | 'zone') => GetInputPropsReturnType;
  zone: string;
  /** What an e-mail address is good for here. */
  emailHint: string;
}

export function PersonFields({ field, zone, emailHint }: Props) {
  return (
    <div className={classes.fields}>
      <TextInput label="Given name" autoComplete="off" {...field('givenName')} />
      <TextInput
        label="Family name"
        description="Never shown to the group."
        autoComplete="off"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...field('familyName')}
      />
      <TextInput
        label="Name in the group"
        description="What other people in a session see."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        {...field('displayName')}
      />
      <TextInput label="Pronouns" autoComplete="off" {...field('pronouns')} />
      <TextInput
        type="email"
        label="E-mail"
        description={emailHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        {...field('email')}
      />
      <TextInput type="tel" label="Phone" autoComplete="off" {...field('phone')} />
      <Select
        label="Time zone"
        searchable
        allowDeselect={false}
        data={zoneOptions(zone).map((value) => ({ value, label: `${value.replaceAll('_', ' ')} (${zoneName(value)})` }))}
        limit={60}
        {...field('zone')}
      />
    </div>
  );
}
