import { NativeSelect } from '@mantine/core';
import type { Kind } from '../media/devices';
import { useLocalMediaState } from '../media/useLocalMedia';
import { useRoom } from '../state/roomContext';
import classes from './DeviceChoice.module.css';

const labels: Record<Kind, string> = { camera: 'Camera', microphone: 'Microphone' };

/** Which camera or microphone; nothing to choose where there is only one or none. */
export function DeviceChoice({ kind }: { kind: Kind }) {
  const { media } = useRoom();
  const gear = useLocalMediaState(media)[kind];
  if (gear.choices.length === 0) return null;
  const current = gear.track?.getSettings().deviceId ?? gear.deviceId ?? gear.choices[0]?.id;
  return (
    <NativeSelect
      label={labels[kind]}
      size="md"
      w="100%"
      value={current}
      disabled={gear.choices.length === 1}
      data={gear.choices.map(({ id, label }) => ({ value: id, label }))}
      onChange={(event) => void media.choose(kind, event.currentTarget.value)}
    />
  );
}

/** Hidden until somebody looks for it: most people have one camera and one microphone. */
export function DeviceChoices() {
  const { media } = useRoom();
  const { camera, microphone } = useLocalMediaState(media);
  if (camera.choices.length + microphone.choices.length === 0) return null;
  return (
    <details className={classes.more}>
      <summary>Choose another camera or microphone</summary>
      <div className={classes.fields}>
        <DeviceChoice kind="camera" />
        <DeviceChoice kind="microphone" />
      </div>
    </details>
  );
}
