import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useCovered } from '../lib/cover';
import classes from './Covered.module.css';

const shownMs = 30_000;

interface Props {
  /** What lies under the cover, without saying anything about it. */
  text: string;
  /** A small one, for a line among others. */
  small?: boolean;
  children: ReactNode;
}

/**
 * Covers what is private while a screen is shown from this browser. A press on purpose shows this one thing for a while. What lies under it
 * stays as it is, and where there is nothing there is no cover.
 */
export function Covered({ text, small, children }: Props) {
  const covered = useCovered();
  const [shown, setShown] = useState(false);
  const isCovered = covered && !shown;
  const { under, isEmpty } = useIsEmpty(isCovered);
  if (!covered && shown) setShown(false);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(false), shownMs);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <>
      {isCovered && !isEmpty && (
        <div className={classes.cover} data-small={small || undefined}>
          <IconEyeOff className={classes.icon} size={small ? 20 : 28} stroke={1.6} aria-hidden />
          <p className={classes.text}>{text}</p>
          <Button variant="default" onClick={() => setShown(true)}>
            Show here
          </Button>
        </div>
      )}
      <div ref={under} className={isCovered ? classes.under : classes.open}>
        {children}
      </div>
      {covered && shown && (
        <Button className={classes.again} variant="subtle" onClick={() => setShown(false)}>
          Cover again
        </Button>
      )}
    </>
  );
}

/** Whether there is anything under the cover, also while it comes and goes. */
function useIsEmpty(watch: boolean) {
  const under = useRef<HTMLDivElement>(null);
  const [isEmpty, setIsEmpty] = useState(true);
  useEffect(() => {
    const element = under.current;
    if (!element || !watch) return;
    const look = () => setIsEmpty(element.childElementCount === 0);
    const observer = new MutationObserver(look);
    observer.observe(element, { childList: true });
    look();
    return () => observer.disconnect();
  }, [watch]);
  return { under, isEmpty };
}
