import classes from './PersonChip.module.css';

interface Props {
  name: string;
  size?: 'sm' | 'md' | 'lg' | 'xl';
}

/** Five quiet grounds, chosen by the name, so that a person keeps theirs. */
function groundOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return sum % 5;
}

/** A person's picture without a picture: the first letter only. */
export function Initial({ name, size = 'md' }: Props) {
  const first = [...name.trim()][0]?.toLocaleUpperCase() ?? '·';
  return (
    <span className={classes.initial} data-size={size} data-ground={groundOf(name)} aria-hidden>
      {first}
    </span>
  );
}
