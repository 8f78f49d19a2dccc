import type { BrowserFamily, DeviceReport, PersonInView } from '@rejoin/shared';
import { wishChips } from '../../../lib/wishWords';

const browsers: Record<BrowserFamily, string> = {
  chrome: 'Chrome',
  edge: 'Edge',
  chromeAndroid: 'Chrome on Android',
  firefox: 'Firefox',
  safariMac: 'Safari on a Mac',
  safariIos: 'iPhone or iPad',
  other: 'another browser',
};

const gear = {
  weak: { camera: 'dark picture', microphone: 'quiet microphone' },
  blocked: { camera: 'camera not allowed', microphone: 'microphone not allowed' },
  none: { camera: 'no camera', microphone: 'no microphone' },
  busy: { camera: 'camera in use elsewhere', microphone: 'microphone in use elsewhere' },
  failed: { camera: 'camera does not start', microphone: 'microphone does not start' },
  skipped: { camera: 'camera not tried', microphone: 'microphone not tried' },
} as const;

/** What their device check found that staff may have to help with, worst first; nothing where all is well. */
export function deviceTroubles({ camera, microphone, speaker, network, turn }: DeviceReport): string[] {
  const found = [
    network === 'failed' ? (turn === 'good' ? 'video only by the second way' : 'no video connection') : '',
    microphone === 'good' ? '' : gear[microphone].microphone,
    camera === 'good' ? '' : gear[camera].camera,
    speaker === 'notHeard' ? 'does not hear' : '',
    network === 'weak' ? 'weak internet' : '',
  ];
  return found.filter(Boolean);
}

export type Chip = { text: string; tone: 'wish' | 'line' | 'trouble' | 'fine' };

/** All that was said and found before somebody came in, in short. */
export function chipsOf({ wish, check }: Pick<PersonInView, 'wish' | 'check'>): Chip[] {
  const wished = wish ? wishChips(wish).map((text): Chip => ({ text, tone: 'wish' })) : [];
  const line: Chip[] = wish?.line ? [{ text: `“${wish.line}”`, tone: 'line' }] : [];
  const troubles = check ? deviceTroubles(check) : [];
  const found: Chip[] = troubles.map((text) => ({ text, tone: 'trouble' }));
  const fine: Chip[] = check && troubles.length === 0 ? [{ text: 'device works', tone: 'fine' }] : [];
  const browser: Chip[] = check && troubles.length > 0 ? [{ text: browsers[check.browser], tone: 'fine' }] : [];
  return [...wished, ...line, ...found, ...browser, ...fine];
}
