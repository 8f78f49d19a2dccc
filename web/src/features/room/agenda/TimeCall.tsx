import { useEffect } from 'react';
import { announce } from '../../../lib/announce';
import { useRoom } from '../state/roomContext';
import { useNow } from '../state/useNow';
import classes from './TimeCall.module.css';
import { timeCallOf } from './timeCalls';

/** Two minutes before the end of a part, and at its end: one quiet line, said once. */
export function TimeCall() {
  const { view } = useRoom();
  const call = timeCallOf(view.agenda, useNow());
  const { key, text } = call ?? {};
  useEffect(() => {
    if (key && text) announce(`${text}.`);
  }, [key, text]);
  return text ? <p className={classes.call}>{text}</p> : null;
}
