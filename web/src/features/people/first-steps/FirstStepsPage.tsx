import { Accordion } from '@mantine/core';
import { type FirstStep, type FirstSteps, readFirstSteps } from '@rejoin/shared';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { may, useMe } from '../../../lib/me';
import { firstStepsWords, firstStepWords } from '../../../lib/patientWords';
import { useCall } from '../../../lib/query';
import { Note } from '../../../ui/Note';
import { Page } from '../../../ui/Page';
import { RefusedPage } from '../../../ui/RefusedPage';
import { ConsentsStep } from './ConsentsStep';
import { ContactStep } from './ContactStep';
import { DevicesStep } from './DevicesStep';
import classes from './FirstSteps.module.css';
import { FeelStep } from './FeelStep';
import { IdentityStep } from './IdentityStep';
import { LookStep } from './LookStep';
import { NameStep } from './NameStep';
import { NumberStep } from './NumberStep';
import { VanishStep } from './VanishStep';

const forms: Record<FirstStep, (props: { data: FirstSteps }) => ReactNode> = {
  name: NameStep,
  identity: IdentityStep,
  number: NumberStep,
  contact: ContactStep,
  consents: ConsentsStep,
  devices: DevicesStep,
  feel: FeelStep,
  vanish: VanishStep,
  look: LookStep,
};

export function FirstStepsPage() {
  return may(useMe(), 'firstStep.take') ? <OwnSteps /> : <RefusedPage />;
}

/** A calm list: any order, each kept at once, and everything can be done again. */
function OwnSteps() {
  const steps = useCall(readFirstSteps);
  const [open, setOpen] = useState<string | null>(null);
  const { data } = steps;
  const isAllDone = data?.steps.every(({ doneAt }) => doneAt !== null) ?? false;
  return (
    <Page
      title={firstStepsWords.title}
      lead={firstStepsWords.lead}
      width="narrow"
      loading={!data}
      error={data ? null : steps.error}
      onRetry={() => void steps.refetch()}
    >
      {isAllDone && (
        <Note tone="good" live>
          {firstStepsWords.allDone}
        </Note>
      )}
      {data && (
        <Accordion value={open} onChange={setOpen} order={2} variant="separated" keepMounted={false}>
          {data.steps.map(({ step, doneAt }) => (
            <Accordion.Item key={step} value={step}>
              <Accordion.Control icon={<Tick done={doneAt !== null} />}>
                <span className={classes.title}>{firstStepWords[step].title}</span>
                <span className={classes.lead}>
                  {doneAt ? firstStepsWords.done : firstStepsWords.open} · {firstStepWords[step].lead}
                </span>
              </Accordion.Control>
              <Accordion.Panel>
                <Form step={step} data={data} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </Page>
  );
}

function Form({ step, data }: { step: FirstStep; data: FirstSteps }) {
  const Step = forms[step];
  return <Step data={data} />;
}

function Tick({ done }: { done: boolean }) {
  return done ? (
    <IconCircleCheckFilled className={classes.tick} size={26} aria-hidden />
  ) : (
    <IconCircle className={classes.empty} size={26} aria-hidden />
  );
}
