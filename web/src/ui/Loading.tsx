import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './Loading.module.css';

/** Appears only when a wait becomes noticeable, so that quick pages do not flicker. */
export function Loading({ label = 'One moment…' }: { label?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes.root} role="status" data-late={late || undefined}>
      <Loader size="sm" aria-hidden />
      <span>{label}</span>
    </div>
  );
}
