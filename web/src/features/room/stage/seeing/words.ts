import type { LineStep } from '../../media/mediaTypes';
import type { Layout, Receive, SelfView } from './seeing';

/** Every sentence about what one sees. */
export const seeingWords = {
  layout: { title: 'Layout', grid: 'Everyone', speaker: 'Speaker', calm: 'Calm' } satisfies Record<Layout | 'title', string>,
  layoutSaid: {
    grid: 'You see everyone side by side.',
    speaker: 'You see who speaks large, the others small.',
    calm: 'You see only who speaks. Nothing else moves.',
  } satisfies Record<Layout, string>,
  selfView: { title: 'My own picture', on: 'Show', small: 'Small', off: 'Hide' } satisfies Record<SelfView | 'title', string>,
  selfViewSaid: {
    on: 'You see yourself with the others.',
    small: 'You see yourself small.',
    off: 'You do not see yourself. The others see you as before.',
  } satisfies Record<SelfView, string>,
  receive: { title: 'Pictures I get', all: 'All', speaker: 'Who speaks', audio: 'None' } satisfies Record<Receive | 'title', string>,
  receiveSaid: {
    all: 'You see everyone again.',
    speaker: 'You see only who speaks. You hear everyone, and they see and hear you as before.',
    audio: 'You see no pictures. You hear everyone, and they see and hear you as before.',
  } satisfies Record<Receive, string>,
  weak: {
    speaker: 'Your line is weak. You see only who speaks; you hear everyone.',
    audio: 'Your line is weak. You see no pictures for now; you hear everyone.',
  } satisfies Record<Exclude<LineStep, 'all'>, string>,
  showAll: 'Show all pictures',
  page: (page: number, pages: number) => `Page ${page + 1} of ${pages}`,
  before: 'Page before',
  after: 'Next page',
  pin: 'Keep large',
  unpin: 'Do not keep large',
  keptLarge: 'Kept large',
  pinned: (name: string) => `${name} stays large.`,
  unpinned: 'Nobody is kept large.',
  choicesFor: (name: string) => `Choices for ${name}`,
  observer: 'Observer',
  observers: 'Observers',
};
