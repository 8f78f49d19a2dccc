import { Button } from '@mantine/core';
import { gateWords } from '../../../lib/patientWords';
import { Note } from '../../../ui/Note';
import frame from '../screens/Frame.module.css';
import { useRoom } from '../state/roomContext';

/** Nobody who leads today may treat in the patient's state: staff know, and call. */
export function LicencePage({ onElsewhere }: { onElsewhere: () => void }) {
  const { phone } = useRoom().view;
  return (
    <>
      <p className={frame.lead}>{gateWords.licence.lead}</p>
      <Note live>{gateWords.licence.wait}</Note>
      <div className={frame.buttons}>
        {phone && (
          <Button component="a" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            Call {phone}
          </Button>
        )}
        <Button variant="default" onClick={onElsewhere}>
          {gateWords.licence.elsewhere}
        </Button>
      </div>
    </>
  );
}
