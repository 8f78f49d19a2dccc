import classes from './Logo.module.css';

interface Props {
  size?: number;
  withName?: boolean;
}

/** A circle of people with one place open, and the one who comes to it. */
export function Logo({ size = 30, withName = true }: Props) {
  return (
    <span className={classes.root}>
      <svg className={classes.mark} width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
        <path className={classes.ring} d="M25.6 13.1A10.4 10.4 0 1 1 16 6.2" fill="none" strokeWidth="4.2" strokeLinecap="round" />
        <circle className={classes.dot} cx="24" cy="6.9" r="3.4" />
      </svg>
      {withName && <span className={classes.name}>Rejoin</span>}
    </span>
  );
}
