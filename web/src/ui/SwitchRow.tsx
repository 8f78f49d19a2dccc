import { useId } from 'react';
import classes from './SwitchRow.module.css';

interface Props {
  label: string;
  hint: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

/** Something that is on or off, with a few words on what follows. */
export function SwitchRow({ label, hint, checked, disabled, onChange }: Props) {
  const id = useId();
  return (
    <label className={classes.row}>
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        disabled={disabled}
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={classes.words}>
        <span id={id}>{label}</span>
        <span className={classes.hint} id={`${id}-hint`}>
          {hint}
        </span>
      </span>
    </label>
  );
}
