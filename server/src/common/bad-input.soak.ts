import { describe } from '@jest/globals';
import { sweep } from './testing/bad-input.sweep.js';

describe('all that can be wrong with a request', () => sweep(1));
