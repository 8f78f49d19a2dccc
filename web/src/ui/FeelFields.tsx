import { Button } from '@mantine/core';
import { lowestCeiling, type SensoryProfile } from '@rejoin/shared';
import { IconVolume } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { feelWords as words } from '../lib/soundWords';
import classes from './FeelFields.module.css';
import { SwitchRow } from './SwitchRow';

interface Props {
  profile: SensoryProfile;
  onChange: (part: Partial<SensoryProfile>) => void;
  /** Plays something that is as loud as it may get. */
  onHear: () => void;
}

const stepDb = 3;

/** How sound and screen should be for a person; each change is felt at once. */
export function FeelFields({ profile, onChange, onHear }: Props) {
  const is = (name: Exclude<keyof SensoryProfile, 'ceilingDb'>) => ({
    checked: profile[name],
    label: words[name],
    hint: words[`${name}Hint`],
    onChange: (on: boolean) => onChange({ [name]: on }),
  });
  return (
    <>
      <fieldset className={classes.group}>
        <legend>{words.sound}</legend>
        <Ceiling value={profile.ceilingDb} onChange={(ceilingDb) => onChange({ ceilingDb })}>
          <Button variant="default" size="md" leftSection={<IconVolume size={20} aria-hidden />} onClick={onHear}>
            {words.hear}
          </Button>
        </Ceiling>
        <SwitchRow {...is('softHighs')} />
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{words.screen}</legend>
        <SwitchRow {...is('dim')} />
        <SwitchRow {...is('largerText')} />
        <SwitchRow {...is('reducedMotion')} />
        <SwitchRow {...is('hidesSelf')} />
      </fieldset>
    </>
  );
}

function Ceiling({ value, onChange, children }: { value: number; onChange: (ceilingDb: number) => void; children: ReactNode }) {
  const id = useId();
  const percent = Math.round(((value - lowestCeiling) / -lowestCeiling) * 100);
  return (
    <div className={classes.ceiling}>
      <label className={classes.label} htmlFor={id}>
        {words.ceiling}
      </label>
      <p className={classes.hint} id={`${id}-hint`}>
        {words.ceilingHint}
      </p>
      <input
        id={id}
        type="range"
        className={classes.range}
        min={lowestCeiling}
        max={0}
        step={stepDb}
        value={value}
        aria-describedby={`${id}-hint`}
        aria-valuetext={`${percent} %`}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <p className={classes.ends} aria-hidden>
        <span>{words.soft}</span>
        <span>{words.loud}</span>
      </p>
      <div>{children}</div>
    </div>
  );
}
