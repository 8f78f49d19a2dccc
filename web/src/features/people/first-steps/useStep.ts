import { readFirstSteps, readMe, takeFirstStep, type TakeFirstStep } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { announce } from '../../../lib/announce';
import { firstStepsWords } from '../../../lib/patientWords';
import { remember, useCommand } from '../../../lib/query';

/** Keeps one step at once; the list shows it as done. */
export function useStep() {
  const client = useQueryClient();
  const command = useCommand(takeFirstStep, {
    refresh: [readMe],
    onDone: (reply) => {
      remember(client, readFirstSteps, reply);
      announce(firstStepsWords.kept);
    },
  });
  return { ...command, take: (body: TakeFirstStep) => command.ask({ body }) };
}
