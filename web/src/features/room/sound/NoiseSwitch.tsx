import { soundWords as words } from '../../../lib/soundWords';
import { SwitchRow } from '../../../ui/SwitchRow';
import { canFilterNoise, useNoiseFailed, useNoiseWish } from './noise';

/** Beside the choice of the microphone: what is sent of it. */
export function NoiseSwitch() {
  const [wished, setWished] = useNoiseWish();
  const hasFailed = useNoiseFailed();
  const works = canFilterNoise() && !hasFailed;
  return (
    <SwitchRow
      label={words.noise}
      hint={works ? words.noiseHint : words.noNoise}
      checked={wished && works}
      disabled={!works}
      onChange={setWished}
    />
  );
}
