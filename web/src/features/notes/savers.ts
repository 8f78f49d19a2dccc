import { onForget } from '../../lib/auth';
import { holdsText } from '../../lib/unsaved';
import type { NoteSaver } from './noteSaver';

/** What is typed goes on being saved when its page is left, until the sign-in ends. */
const savers = new Map<string, NoteSaver>();

holdsText(() => [...savers.values()].some((saver) => saver.current().phase !== 'clean'));
onForget(() => {
  for (const saver of savers.values()) saver.stop();
  savers.clear();
});

export function keptSaver(place: string, begin: () => NoteSaver): NoteSaver {
  const known = savers.get(place);
  if (known) return known;
  const made = begin();
  savers.set(place, made);
  return made;
}

export function saversOf(session: string): NoteSaver[] {
  return [...savers].filter(([place]) => place.startsWith(`${session}/`)).map(([, saver]) => saver);
}

/** A page that is opened anew begins with what the server has, but for what is not saved yet. */
export function letGoOfSaved(session: string): void {
  for (const [place, saver] of savers) {
    if (place.startsWith(`${session}/`) && saver.current().phase === 'clean') savers.delete(place);
  }
}
