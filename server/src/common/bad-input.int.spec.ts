import { describe } from '@jest/globals';
import { sweep } from './testing/bad-input.sweep.js';

describe('what is wrong with a request', () => sweep(5));
