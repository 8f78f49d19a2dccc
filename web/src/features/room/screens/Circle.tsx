import classes from './Circle.module.css';

/** Where the one person stands who looks at this page: on the way, outside, or in a circle that is full. */
export type Where = 'coming' | 'outside' | 'closed' | 'twice';

const middle = 160;
const radius = 108;
const seats = 9;

function seatAt(index: number, distance = radius) {
  const angle = ((index + 0.5) / seats) * 2 * Math.PI - Math.PI / 2;
  return { cx: middle + distance * Math.cos(angle), cy: middle + distance * Math.sin(angle) };
}

const me: Record<Where, readonly { cx: number; cy: number }[]> = {
  coming: [seatAt(0, 148)],
  outside: [{ cx: 292, cy: 44 }],
  closed: [seatAt(0)],
  twice: [seatAt(0), { cx: 292, cy: 44 }],
};

/** A circle of people with a place in it; it says the same as the words beside it. */
export function Circle({ where }: { where: Where }) {
  return (
    <svg className={classes.circle} viewBox="0 0 320 320" aria-hidden focusable="false">
      <circle className={classes.floor} cx={middle} cy={middle} r={radius} />
      {where === 'closed' ? null : <circle className={classes.place} {...seatAt(0)} r={21} />}
      {Array.from({ length: seats - 1 }, (_, index) => (
        <circle key={index} className={classes.person} data-tone={index % 4} {...seatAt(index + 1)} r={24} />
      ))}
      {me[where].map((spot, index) => (
        <circle key={index} className={classes.me} data-faint={index > 0 || undefined} {...spot} r={24} />
      ))}
    </svg>
  );
}
