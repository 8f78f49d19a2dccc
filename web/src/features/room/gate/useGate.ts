import { answerGate, type Gate, type GateAnswer, readGate, signConsent } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { announce } from '../../../lib/announce';
import { gateWords } from '../../../lib/patientWords';
import { remember, useCall, useCommand } from '../../../lib/query';

/** One's own gate: every answer is sent and kept as it is given. */
export function useGate(sessionId: string) {
  const client = useQueryClient();
  const input = { params: { sessionId } };
  const query = useCall(readGate, input, { staleMs: 0 });
  const command = useCommand(answerGate, { onDone: (reply) => remember(client, readGate, reply, input) });
  const signing = useCommand(signConsent, { refresh: [readGate] });
  const answer = (body: GateAnswer): Promise<Gate | null> =>
    command.ask({ ...input, body }).then(
      (reply) => {
        announce(gateWords.saved);
        return reply;
      },
      () => null,
    );
  useBegun(query.data, () => command.run({ ...input, body: {} }));
  return {
    query,
    answer,
    sign: (textId: string, name: string) => signing.ask({ body: { id: crypto.randomUUID(), textId, name } }).then(() => query.refetch()),
    running: command.running || signing.running,
    error: command.error ?? signing.error,
  };
}

export type UsedGate = ReturnType<typeof useGate>;

/** Staff see that somebody has come to the questions, before the first answer. */
function useBegun(gate: Gate | undefined, begin: () => void): void {
  const told = useRef(false);
  useEffect(() => {
    const isNew = gate?.gate.step === 'notBegun' && Date.parse(gate.opensAt) <= Date.now();
    if (!isNew || told.current) return;
    told.current = true;
    begin();
  });
}
