import { Button, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { type OwnPlace, placeKinds } from '@rejoin/shared';
import { useState } from 'react';
import { gateWords, placeKindWords } from '../../../lib/patientWords';
import { stateName, stateOptions } from '../../../lib/states';
import frame from '../screens/Frame.module.css';
import { type FormPage, Buttons } from './FormButtons';
import { faultOf, useFields } from './useFields';

const words = gateWords.place;

/** A place of before with one press, or a new one. */
export function PlacePage({ data, used, onDone, onBack }: FormPage) {
  const [isNew, setIsNew] = useState(data.places.length === 0);
  const choose = async (place: OwnPlace) => {
    if (await used.answer({ placeId: place.id })) onDone();
  };
  if (isNew)
    return <NewPlaceForm data={data} used={used} onDone={onDone} onBack={data.places.length > 0 ? () => setIsNew(false) : onBack} />;
  return (
    <>
      <p className={frame.lead}>{words.lead}</p>
      <Stack gap="sm" align="stretch" w="100%" role="group" aria-label={words.known}>
        {data.places.map((place) => (
          <Button key={place.id} variant="default" size="lg" justify="flex-start" loading={used.running} onClick={() => void choose(place)}>
            {placeKindWords[place.kind]}: {data.hideAddress ? gateWords.hidden : place.address}, {stateName(place.state)}
          </Button>
        ))}
        <Button variant="light" size="lg" justify="flex-start" onClick={() => setIsNew(true)}>
          {words.another}
        </Button>
      </Stack>
      {onBack && (
        <Button variant="subtle" onClick={onBack}>
          {gateWords.back}
        </Button>
      )}
    </>
  );
}

function NewPlaceForm({ used, onDone, onBack }: FormPage) {
  const [id] = useState(() => crypto.randomUUID());
  const form = useFields({ kind: '', address: '', state: '' }, (values) => ({
    kind: faultOf(values.kind, 20),
    address: faultOf(values.address, 200),
    state: values.state ? undefined : 'Use the two letters of the state, such as NY.',
  }));
  const send = async (values: typeof form.values) => {
    const kind = placeKinds.find((one) => one === values.kind);
    if (kind && (await used.answer({ newPlace: { ...values, id, kind } }))) onDone();
  };
  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(values))} style={{ width: '100%' }}>
      <Stack gap="md">
        <p className={frame.lead}>{words.lead}</p>
        <Radio.Group label={words.kind} {...form.choice('kind')}>
          <Stack gap="xs" mt="xs">
            {placeKinds.map((kind) => (
              <Radio key={kind} value={kind} label={placeKindWords[kind]} size="md" />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={words.address}
          description={words.addressHint}
          autoComplete="street-address"
          size="md"
          {...form.field('address')}
        />
        <NativeSelect
          label={words.state}
          size="md"
          data={[{ value: '', label: words.stateHint }, ...stateOptions]}
          {...form.field('state')}
        />
        <Buttons used={used} onBack={onBack} />
      </Stack>
    </form>
  );
}
