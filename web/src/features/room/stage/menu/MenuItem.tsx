import { type Icon, IconCheck } from '@tabler/icons-react';
import { useCloseMenu } from './Menu';
import classes from './Menu.module.css';

interface Props {
  label: string;
  icon?: Icon;
  /** What follows, in a few words below the label. */
  hint?: string;
  /** One of several that exclude each other (`choice`), or something that is on or off (`toggle`). */
  kind?: 'action' | 'choice' | 'toggle';
  checked?: boolean;
  /** The single key that does the same. */
  shortcut?: string;
  /** Only where the control bar is too narrow for a button of its own. */
  narrowOnly?: boolean;
  /** How many wait behind it. */
  sign?: number;
  danger?: boolean;
  disabled?: boolean;
  /** For choices that one may want to try out. */
  staysOpen?: boolean;
  onClick: () => void;
}

const roles = { action: 'menuitem', choice: 'menuitemradio', toggle: 'menuitemcheckbox' } as const;

export function MenuItem({ label, icon: IconPart, hint, kind = 'action', checked = false, shortcut, sign = 0, ...rest }: Props) {
  const close = useCloseMenu();
  const { staysOpen, onClick } = rest;
  const press = () => {
    if (!staysOpen) close();
    onClick();
  };
  return (
    <button
      type="button"
      role={roles[kind]}
      aria-checked={kind === 'action' ? undefined : checked}
      aria-keyshortcuts={shortcut}
      className={classes.item}
      data-danger={rest.danger || undefined}
      data-narrow={rest.narrowOnly || undefined}
      disabled={rest.disabled}
      tabIndex={-1}
      onClick={press}
    >
      {IconPart && <IconPart size={22} stroke={1.75} aria-hidden />}
      <span className={classes.words}>
        <span>{label}</span>
        {hint && <span className={classes.hint}>{hint}</span>}
      </span>
      {sign > 0 && <span className={classes.sign}>{sign}</span>}
      {shortcut && (
        <kbd className={classes.key} aria-hidden>
          {shortcut.toUpperCase()}
        </kbd>
      )}
      {checked && <IconCheck size={20} aria-hidden />}
    </button>
  );
}
