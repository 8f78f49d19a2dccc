import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Consent, type ConsentText, readConsents, readFirstSteps, revokeConsent, signConsent, SignConsent } from '@rejoin/shared';
import { useState } from 'react';
import { announce } from '../../../lib/announce';
import { checked, focusFirstError } from '../../../lib/form';
import { firstStepsWords } from '../../../lib/patientWords';
import { useCall, useCommand } from '../../../lib/query';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { ConsentBody } from '../../../ui/ConsentBody';
import { ErrorNote } from '../../../ui/ErrorNote';
import { Loaded } from '../../../ui/Loaded';
import { TimeText } from '../../../ui/TimeText';
import { keepCopy, printCopy } from './copy';

const words = firstStepsWords.consents;
const refresh = [readConsents, readFirstSteps];
const Values = SignConsent.pick({ name: true });

/** Each text to read, to sign by typing one's name, to keep, and to take back. */
export function ConsentsStep() {
  const consents = useCall(readConsents);
  return (
    <Loaded query={consents}>
      {({ texts, signed }) => (
        <Stack gap="xl">
          {texts.map((text) => {
            const own = signed.find((one) => one.current && one.text.id === text.id);
            return own ? <Signed key={text.id} consent={own} /> : <ToSign key={text.id} text={text} />;
          })}
        </Stack>
      )}
    </Loaded>
  );
}

function ToSign({ text }: { text: ConsentText }) {
  const form = useForm({ initialValues: { name: '' }, validate: (values) => checked(Values, values) });
  const command = useCommand(signConsent, { refresh, onDone: () => announce(firstStepsWords.kept) });
  const send = ({ name }: { name: string }) => command.run({ body: { id: crypto.randomUUID(), textId: text.id, name } });
  return (
    <form noValidate onSubmit={form.onSubmit(send, focusFirstError)}>
      <Stack gap="md">
        <ConsentBody text={text} level={3} />
        <TextInput label={words.name} autoComplete="name" {...form.getInputProps('name')} />
        <ErrorNote error={command.error} />
        <Group>
          <Button type="submit" loading={command.running}>
            {words.sign}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Signed({ consent }: { consent: Consent }) {
  const [asking, setAsking] = useState(false);
  const command = useCommand(revokeConsent, { refresh, onDone: () => setAsking(false) });
  return (
    <Stack gap="md">
      <ConsentBody text={consent.text} level={3} />
      <p>
        {consent.signedName}, <TimeText at={consent.signedAt} style="dayTime" />
      </p>
      <Group>
        <Button variant="default" onClick={() => printCopy(consent)}>
          {words.print}
        </Button>
        <Button variant="default" onClick={() => keepCopy(consent)}>
          {words.keep}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
          {words.revoke}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        title={words.revokeTitle}
        confirmLabel={words.revoke}
        cancelLabel={words.revokeNo}
        running={command.running}
        error={command.error}
        onConfirm={() => command.run({ params: { consentId: consent.id } })}
        onClose={() => setAsking(false)}
      >
        {words.revokeText}
      </ConfirmDialog>
    </Stack>
  );
}
