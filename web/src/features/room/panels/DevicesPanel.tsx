import { Stack } from '@mantine/core';
import { DeviceChoice } from '../preview/DeviceChoice';
import { GearHelp } from '../preview/GearHelp';
import classes from './Panel.module.css';

export function DevicesPanel() {
  return (
    <div className={classes.body}>
      <Stack>
        <DeviceChoice kind="microphone" />
        <DeviceChoice kind="camera" />
        <GearHelp />
        <p className={classes.hint}>
          Keys: <kbd>M</kbd> turns your microphone on and off, <kbd>V</kbd> your camera, <kbd>Esc</kbd> closes this.
        </p>
      </Stack>
    </div>
  );
}
