import classes from './Circle.module.css';

const seats = Array.from({ length: 9 }, (_, index) => ({ index, angle: (index * 40 - 50) * (Math.PI / 180) }));

/** People in a circle, seen from above; one place is open and one person comes to it. */
export function Circle() {
  return (
    <svg className={classes.circle} viewBox="-120 -120 240 240" focusable="false">
      <circle r="104" className={classes.floor} />
      <circle r="70" className={classes.rug} />
      {seats.slice(1).map(({ index, angle }) => (
        <circle key={index} cx={70 * Math.cos(angle)} cy={70 * Math.sin(angle)} r="15.5" className={classes.seat} data-tint={index % 3} />
      ))}
      <Arriving angle={seats[0]?.angle ?? 0} />
    </svg>
  );
}

function Arriving({ angle }: { angle: number }) {
  return (
    <g>
      <circle cx={70 * Math.cos(angle)} cy={70 * Math.sin(angle)} r="15.5" className={classes.open} />
      <circle cx={108 * Math.cos(angle)} cy={108 * Math.sin(angle)} r="15.5" className={classes.arriving} />
    </g>
  );
}
