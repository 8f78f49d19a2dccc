import { Button } from '@mantine/core';
import { readFirstSteps } from '@rejoin/shared';
import { Link } from 'react-router';
import { may, useMe } from '../../lib/me';
import { firstStepsWords } from '../../lib/patientWords';
import { useCall } from '../../lib/query';
import { Note } from '../../ui/Note';

/** The way to the first steps, until all of them are done. */
export function FirstStepsLink() {
  const isPatient = may(useMe(), 'firstStep.take');
  const { data } = useCall(readFirstSteps, {}, { enabled: isPatient });
  const open = data?.steps.filter(({ doneAt }) => doneAt === null).length ?? 0;
  if (!data || open === 0) return null;
  return (
    <Note title={firstStepsWords.title}>
      <p>
        {data.steps.length - open} of {data.steps.length}. {firstStepsWords.lead}
      </p>
      <Button component={Link} to="/first-steps" variant="light">
        {firstStepsWords.goOn}
      </Button>
    </Note>
  );
}
