import { formatInstant, formatSpan, sameClock, type TimeStyle, zoneName } from '../lib/time';
import classes from './TimeText.module.css';
import { useViewerZone } from './viewerZone';

interface Props {
  /** The instant, or the beginning of a span. */
  at: string;
  /** The end of a span. */
  to?: string;
  /** The zone of the program; named beside the time where its clock differs from the reader's. */
  zone?: string;
  style?: TimeStyle;
}

function written(at: string, to: string | undefined, zone: string, style: TimeStyle): string {
  return to ? formatSpan(at, to, zone, style) : formatInstant(at, zone, style);
}

/** An instant in the reader's own zone, and in the program's where that shows another clock. */
export function TimeText({ at, to, zone, style = 'dayTime' }: Props) {
  const own = useViewerZone();
  const differs = zone !== undefined && !sameClock(at, own, zone);
  return (
    <span className={classes.root}>
      <time dateTime={at}>{written(at, to, own, style)}</time>
      {differs && (
        <span className={classes.other}>
          {' '}
          your time ({written(at, to, zone, 'time')} {zoneName(zone)})
        </span>
      )}
    </span>
  );
}
