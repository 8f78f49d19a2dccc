import { useMe } from '../../lib/me';
import classes from './Notes.module.css';
import type { SaverState } from './noteSaver';

function clock(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZone: zone }).format(
    new Date(instant),
  );
}

function words(state: SaverState, zone: string): string {
  switch (state.phase) {
    case 'waiting':
    case 'saving':
      return 'Saving…';
    case 'failing':
      return 'Not saved yet: trying. Kept on this device.';
    case 'conflict':
      return 'Not saved: choose first. Kept on this device.';
    case 'refused':
      return 'Not saved. Kept on this device.';
    case 'clean':
      return state.savedAt ? `Saved ${clock(state.savedAt, zone)}` : 'Saved as you type';
  }
}

/** Where the text is: only trouble is read out. */
export function SaveLine({ state }: { state: SaverState }) {
  const { zone } = useMe();
  const trouble = state.phase === 'failing' || state.phase === 'conflict' || state.phase === 'refused';
  return (
    <p className={classes.saved} data-trouble={trouble || undefined} data-phase={state.phase}>
      <span role="status">{trouble && words(state, zone)}</span>
      {!trouble && words(state, zone)}
    </p>
  );
}
