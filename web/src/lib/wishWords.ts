import type { Wish } from '@rejoin/shared';

export const checkLinkWords = {
  open: 'Check camera, sound and internet',
  good: 'Your device works. Check again',
} as const;

/** How one wants to take part today: each is as good as the other. */
export const wishWords = {
  title: 'How do you want to take part today?',
  lead: 'Each of these is fine. Staff see it, the group does not. You can change it at any time.',
  camera: { label: 'Camera', on: 'Camera on', off: 'Camera off' },
  voice: { label: 'Voice', speak: 'I may speak', muted: 'I only listen', chatOnly: 'I only write' },
  dontCall: "Please don't call on me today",
  line: 'A short word for staff, if you like',
  lineHint: 'Such as: my voice is gone today.',
  open: 'Say how',
  edit: 'Change it',
  save: 'Tell staff',
  saved: 'Staff know.',
  change: 'How I take part today',
  same: 'As last time',
} as const;

const cameraSaid: Record<Wish['camera'], string> = { on: 'Camera on', off: 'Camera off' };
const ownVoice: Record<Wish['voice'], string> = { speak: 'you may speak', muted: 'you only listen', chatOnly: 'you only write' };

/** "Camera off, you only write, nobody calls on you." */
export function ownWish({ camera, voice, dontCall }: Wish): string {
  return `${[cameraSaid[camera], ownVoice[voice], dontCall ? 'nobody calls on you' : ''].filter(Boolean).join(', ')}.`;
}

/** For staff, in as few words as fit on a tile. */
export const wishChip = { cameraOff: 'Camera off', muted: 'only listens', chatOnly: 'only writes', dontCall: "don't call on" } as const;

/** Nothing that goes without saying. */
export function wishChips({ camera, voice, dontCall }: Wish): string[] {
  return [camera === 'off' ? wishChip.cameraOff : '', voice === 'speak' ? '' : wishChip[voice], dontCall ? wishChip.dontCall : ''].filter(
    Boolean,
  );
}
