import classes from './Legend.module.css';

const legend = [
  ['main', 'In the room'],
  ['waiting', 'Waiting'],
  ['pause', 'Break or away'],
  ['add', 'Added by hand'],
  ['remove', 'Taken away by hand'],
] as const;

export function Legend() {
  return (
    <ul className={classes.legend} aria-label="What the colors mean">
      {legend.map(([kind, words]) => (
        <li key={kind} className={classes.legendItem}>
          <span className={classes.swatch} data-kind={kind} aria-hidden /> {words}
        </li>
      ))}
    </ul>
  );
}
