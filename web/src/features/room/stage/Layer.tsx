import { type ReactNode, useEffect, useRef } from 'react';
import classes from './Layer.module.css';
import { useStage } from './stageContext';

interface Props {
  title: string;
  /** Dimmer than the rest. */
  quiet?: boolean;
  children: ReactNode;
}

/** A calm screen over the stage. The top bar with its help stays; all else is out of reach until the layer goes. */
export function Layer({ title, quiet, children }: Props) {
  const { cover } = useStage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => cover(), [cover]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className={classes.layer} aria-label={title} data-quiet={quiet || undefined}>
      <div className={classes.inner}>
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {children}
      </div>
    </section>
  );
}
