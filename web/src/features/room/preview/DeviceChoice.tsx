import { NativeSelect } from '@mantine/core';
import type { Kind } from '../media/devices';
import { useLocalMediaState } from '../media/useLocalMedia';
import { useRoom } from '../state/roomContext';

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
