import { gateOpensHours } from '@rejoin/shared';
import { useEffect, useState } from 'react';
import { EarlyScreen } from '../screens/EarlyScreen';
import { PreviewScreen } from '../screens/PreviewScreen';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import { GateScreen } from './GateScreen';

const opensMs = gateOpensHours * 3_600_000;

/** A patient answers first, and is in with the last answer; everyone else has a look at the camera and joins. */
export function BeforeTheRoom() {
  const isOpen = useGateOpen();
  const [atGate, setAtGate] = useState(isOpen);
  if (isOpen && !atGate) setAtGate(true);
  return atGate ? <GateScreen goesIn /> : <PreviewScreen />;
}

/** Who is early can wait, or answer already. */
export function BeforeTheDoor({ onGoIn }: { onGoIn: () => void }) {
  const { view } = useRoom();
  const now = useNow(5_000);
  const isOpen = useGateOpen();
  const [answering, setAnswering] = useState(false);
  const isAnswered = answering && !isOpen;
  useEffect(() => {
    if (isAnswered) document.querySelector<HTMLElement>('[data-page-heading]')?.focus({ preventScroll: true });
  }, [isAnswered]);
  if (answering && isOpen) return <GateScreen goesIn={false} />;
  const mayAnswer = isOpen && now >= Date.parse(view.startsAt) - opensMs;
  return <EarlyScreen onGoIn={onGoIn} onAnswer={mayAnswer ? () => setAnswering(true) : undefined} />;
}

/** There is something to answer before coming in. */
export function useGateOpen(): boolean {
  const { gate } = useRoom().view.me;
  return gate !== undefined && !gate.passed;
}
