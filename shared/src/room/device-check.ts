import { z } from 'zod';
import { Instant } from '../ids.js';

/** The browser as far as help for it differs: no version, no device. */
export const browserFamilies = ['chrome', 'edge', 'chromeAndroid', 'firefox', 'safariMac', 'safariIos', 'other'] as const;
export const BrowserFamily = z.enum(browserFamilies);
export type BrowserFamily = z.infer<typeof BrowserFamily>;

/** `weak`: works, and is too quiet or too dark to count on. `skipped`: the person goes on without. */
export const gearResults = ['good', 'weak', 'blocked', 'none', 'busy', 'failed', 'skipped'] as const;
export const GearResult = z.enum(gearResults);
export type GearResult = z.infer<typeof GearResult>;

/** `skipped`: not said whether the sound was heard. */
export const speakerResults = ['good', 'notHeard', 'skipped'] as const;
export const SpeakerResult = z.enum(speakerResults);
export type SpeakerResult = z.infer<typeof SpeakerResult>;

export const networkResults = ['good', 'weak', 'failed'] as const;
export const NetworkResult = z.enum(networkResults);
export type NetworkResult = z.infer<typeof NetworkResult>;

/** The detour over TCP for strict networks; `notOffered` where this installation has none. */
export const turnResults = ['good', 'failed', 'notOffered'] as const;
export const TurnResult = z.enum(turnResults);
export type TurnResult = z.infer<typeof TurnResult>;

const results = {
  browser: BrowserFamily,
  camera: GearResult,
  microphone: GearResult,
  speaker: SpeakerResult,
  network: NetworkResult,
  turn: TurnResult,
};

/** What a device check found, and nothing else of the device. */
export const DeviceResults = z.strictObject(results);
export type DeviceResults = z.infer<typeof DeviceResults>;

/** The newest check of a person: for the person and for staff. */
export const DeviceReport = z.object({ ...results, at: Instant });
export type DeviceReport = z.infer<typeof DeviceReport>;

/** Staff see a check for so long; after that it says little of today. */
export const checkShownHours = 24;

/** The throw-away room of a check is taken away after this, used or not. */
export const checkRoomMinutes = 3;
