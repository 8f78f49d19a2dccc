import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { Gate } from '@rejoin/shared';
import { gateWords } from '../../../lib/patientWords';
import { ConsentBody } from '../../../ui/ConsentBody';
import frame from '../screens/Frame.module.css';
import { useRoom } from '../state/roomContext';
import { faultOf, useFields } from './useFields';
import type { UsedGate } from './useGate';

/** One text at a time, signed right here. */
export function SignPage({ data, used }: { data: Gate; used: UsedGate }) {
  const text = data.toSign[0];
  const form = useFields({ name: '' }, ({ name }) => ({ name: faultOf(name, 120) }));
  if (!text) return null;
  const send = ({ name }: { name: string }) =>
    void used.sign(text.id, name).then(
      () => form.reset(),
      () => undefined,
    );
  return (
    <form key={text.id} noValidate onSubmit={form.onSubmit(send)} style={{ width: '100%' }}>
      <Stack gap="md">
        <p className={frame.lead}>{gateWords.sign.lead}</p>
        <ConsentBody text={text} />
        <TextInput label={gateWords.sign.name} description={gateWords.sign.copy} autoComplete="name" size="md" {...form.field('name')} />
        <Group>
          <Button type="submit" size="lg" loading={used.running}>
            {gateWords.sign.button}
          </Button>
          <Button variant="subtle" size="lg" onClick={() => void used.answer({ declined: true })}>
            {gateWords.sign.not}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A no is a no: staff call, and the text can be read once more. */
export function DeclinedPage({ used }: { used: UsedGate }) {
  const { phone } = useRoom().view;
  return (
    <>
      <p className={frame.lead}>{gateWords.declined.lead}</p>
      <div className={frame.buttons}>
        {phone && (
          <Button component="a" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            Call {phone}
          </Button>
        )}
        <Button variant="default" loading={used.running} onClick={() => void used.answer({ declined: false })}>
          {gateWords.declined.again}
        </Button>
      </div>
    </>
  );
}
