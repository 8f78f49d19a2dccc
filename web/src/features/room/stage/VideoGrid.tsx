import { useElementSize } from '@mantine/hooks';
import type { CSSProperties, ReactNode } from 'react';
import { bestGrid } from './grid';
import classes from './VideoGrid.module.css';

interface Props {
  count: number;
  children: ReactNode;
}

const gapPx = 12;
const narrowGapPx = 8;

/** Shows everyone as large as the space allows, all of the same size. */
export function VideoGrid({ count, children }: Props) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const gap = width < 600 ? narrowGapPx : gapPx;
  const size = bestGrid({ count, width, height, gap });
  const style: CSSProperties & Record<`--${string}`, string | number> = {
    '--tile-width': `${size.width}px`,
    '--tile-height': `${size.height}px`,
    '--gap': `${gap}px`,
    '--columns': size.columns,
  };
  return (
    <div className={classes.area} ref={ref}>
      <div className={classes.grid} style={style} data-small={size.width < 200 || undefined}>
        {width > 0 && children}
      </div>
    </div>
  );
}
