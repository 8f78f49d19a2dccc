import { Button } from '@mantine/core';
import { gateWords } from '../../../lib/patientWords';
import frame from '../screens/Frame.module.css';
import type { UsedGate } from './useGate';

/** A kind no: the road first. */
export function DrivingPage({ used }: { used: UsedGate }) {
  return (
    <>
      <p className={frame.lead}>{gateWords.driving.lead}</p>
      <div className={frame.buttons}>
        <Button size="lg" loading={used.running} onClick={() => void used.answer({ driving: false })}>
          {gateWords.parked}
        </Button>
      </div>
    </>
  );
}
