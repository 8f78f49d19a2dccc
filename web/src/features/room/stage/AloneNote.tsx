import classes from './Stage.module.css';

export function AloneNote() {
  return (
    <div className={classes.alone}>
      <p>You are the first one here.</p>
    </div>
  );
}
