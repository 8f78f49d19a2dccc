import type { ActInView } from '@rejoin/shared';
import { formatInstant } from '../../../lib/time';
import type { StaffAct } from './staffActs';

interface Words {
  title: (name: string) => string;
  /** What happens, and what the others see. */
  text: string;
  /** What the person reads, to be changed by staff. */
  sentence: string;
}

export const actWords: Record<StaffAct, Words> = {
  microphone: {
    title: (name) => `Turn off ${name}’s microphone?`,
    text: 'It looks to the others as if they had done it themselves. They can turn it on again at any time.',
    sentence: 'I turned off your microphone because we heard some noise. You can turn it on again when you want to.',
  },
  camera: {
    title: (name) => `Turn off ${name}’s camera?`,
    text: 'It looks to the others as if they had done it themselves. They can turn it on again at any time.',
    sentence: 'I turned off your camera for now. You can turn it on again when you want to.',
  },
  putBack: {
    title: (name) => `Put ${name} back into the waiting room?`,
    text: 'They no longer see or hear the group. The others see only that they are not in the room.',
    sentence: 'Please wait here for a moment. I will come to you soon.',
  },
  remove: {
    title: (name) => `Remove ${name} from the room?`,
    text: 'They no longer see or hear the group and get your program’s phone number. The others see only that they are not in the room.',
    sentence: 'Please take some time for yourself. We will talk about it soon.',
  },
};

const did: Record<ActInView['kind'], string> = {
  microphone: 'Microphone turned off',
  camera: 'Camera turned off',
  putBack: 'Put back',
  removed: 'Removed',
};

/** What was done to a person, for staff. */
export function actLine({ kind, at, readAt }: ActInView, zone: string): string {
  return `${did[kind]} at ${formatInstant(at, zone, 'time')}${readAt ? ', read' : ''}`;
}
