import type { MantineColorsTuple } from '@mantine/core';

/** Warm neutrals: paper and ink. */
export const paper: MantineColorsTuple = [
  '#f7f4ee',
  '#f0ece4',
  '#e6e1d7',
  '#d6cfc2',
  '#bdb4a5',
  '#968d7f',
  '#6a6258',
  '#4f4840',
  '#38332d',
  '#25221e',
];

/** The same warmth by night: text first, ground last. */
export const night: MantineColorsTuple = [
  '#ebe6dd',
  '#d2ccc1',
  '#b6afa3',
  '#958e83',
  '#4d4841',
  '#3a3631',
  '#2b2824',
  '#1f1d1a',
  '#181614',
  '#100f0d',
];

/** The one accent: deep lake water. */
export const lake: MantineColorsTuple = [
  '#edf5f5',
  '#dbeaeb',
  '#b7d5d8',
  '#92bfc4',
  '#72aab1',
  '#4c8f98',
  '#2f7782',
  '#1d5f69',
  '#164c55',
  '#0f3940',
];

export const clay: MantineColorsTuple = [
  '#fbf0ed',
  '#f5ddd7',
  '#e9b9ad',
  '#de9a8a',
  '#d68473',
  '#c25f4b',
  '#ab4733',
  '#963a28',
  '#7a2d1e',
  '#5b2116',
];

export const honey: MantineColorsTuple = [
  '#fcf4e6',
  '#f7e6c8',
  '#f0cd94',
  '#e8b765',
  '#d89f45',
  '#b9822c',
  '#94651c',
  '#7a5114',
  '#603f0f',
  '#472e0a',
];

export const moss: MantineColorsTuple = [
  '#f0f5ec',
  '#dfe9d7',
  '#c0d4b2',
  '#a0be8d',
  '#86a970',
  '#668b50',
  '#4c713a',
  '#3c5d2d',
  '#2f4a23',
  '#223719',
];
