import classes from './Said.module.css';

/** A sentence that staff wrote to this person. */
export function SaidByStaff({ body }: { body: string }) {
  return <blockquote className={classes.said}>{body}</blockquote>;
}
