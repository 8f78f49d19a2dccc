import { hearingWords } from '../../../lib/soundWords';
import { SwitchRow } from '../../../ui/SwitchRow';
import { useHearingWanted, wantHearing } from '../media/hearingChoice';

/** Tells that the page listens for a microphone that is off or dead, and ends it. */
export function HearingSwitch() {
  return <SwitchRow label={hearingWords.choice} hint={hearingWords.choiceHint} checked={useHearingWanted()} onChange={wantHearing} />;
}
