import type { Icon } from '@tabler/icons-react';
import { type Ref, useId } from 'react';
import classes from './ControlBar.module.css';

interface Props {
  icon: Icon;
  /** What it does: its name for everyone who does not see the icon. */
  name: string;
  /** The word below the icon, where it is shorter than the name. */
  label?: string;
  /** A shorter word, for a phone. */
  short?: string;
  /** Opens something that is open now. */
  pressed?: boolean;
  off?: boolean;
  /** What it opens, where that is no panel. */
  opens?: 'menu';
  /** Not on a phone: there it stands in the menu. */
  wideOnly?: boolean;
  ref?: Ref<HTMLButtonElement>;
  danger?: boolean;
  shortcut?: string;
  /** How many wait behind this button. */
  sign?: number;
  signText?: string;
  onClick: () => void;
}

export function ControlButton({ icon: IconPart, name, label, short, shortcut, sign = 0, signText, ...rest }: Props) {
  const { ref, pressed, opens, off, wideOnly, danger, onClick } = rest;
  const signId = useId();
  return (
    <>
      <button
        type="button"
        ref={ref}
        className={classes.button}
        aria-label={name}
        title={shortcut ? `${name} (${shortcut.toUpperCase()})` : name}
        aria-keyshortcuts={shortcut}
        aria-expanded={pressed}
        aria-haspopup={opens}
        aria-describedby={sign > 0 ? signId : undefined}
        data-pressed={pressed || undefined}
        data-off={off || undefined}
        data-wide={wideOnly || undefined}
        data-danger={danger || undefined}
        onClick={onClick}
      >
        <span className={classes.icon} data-sign={sign > 0 ? (sign > 9 ? '9+' : sign) : undefined}>
          <IconPart size={24} stroke={1.75} aria-hidden />
        </span>
        <span className={classes.label} aria-hidden>
          <span className={classes.long}>{label ?? name}</span>
          <span className={classes.short}>{short ?? label ?? name}</span>
        </span>
      </button>
      {sign > 0 && (
        <span id={signId} hidden>
          {signText}
        </span>
      )}
    </>
  );
}
