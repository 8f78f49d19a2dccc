import { Stack } from '@mantine/core';
import { DeviceChoice } from '../preview/DeviceChoice';
import { GearHelp } from '../preview/GearHelp';
import { HearingSwitch } from '../preview/HearingSwitch';
import { NoiseSwitch } from '../sound/NoiseSwitch';
import { SpeakerChoice } from '../sound/SpeakerChoice';
import classes from './Panel.module.css';

export function DevicesPanel() {
  return (
    <div className={classes.body}>
      <Stack>
        <DeviceChoice kind="microphone" />
        <NoiseSwitch />
        <DeviceChoice kind="camera" />
        <SpeakerChoice />
        <GearHelp />
        <HearingSwitch />
        <p className={classes.hint}>
          Keys: <kbd>M</kbd> turns your microphone on and off, <kbd>V</kbd> your camera, <kbd>Esc</kbd> closes this.
        </p>
      </Stack>
    </div>
  );
}
