import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readConfig } from './config.js';

const own = () => randomBytes(32).toString('hex');

const settings = (changes: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://rejoin.example.org/',
  DATABASE_URL: 'postgres://rejoin_app:secret@127.0.0.1/rejoin',
  AUTH_SECRET: own(),
  LIVEKIT_URL: 'http://127.0.0.1:7880',
  LIVEKIT_API_KEY: 'APIkey',
  LIVEKIT_API_SECRET: own(),
  SMTP_URL: 'smtp://127.0.0.1:25',
  ...changes,
});

describe('the settings', () => {
  it('are read, and what is unset takes its default', () => {
    expect(readConfig(settings())).toMatchObject({ PORT: 3000, PUBLIC_URL: 'https://rejoin.example.org', DEMO: false, TRUST_PROXY: 0 });
  });

  it.each([
    ['AUTH_SECRET', 'change-me-to-a-long-random-text-of-your-own', /AUTH_SECRET: is the example/],
    ['LIVEKIT_API_SECRET', 'CHANGE-ME-to-a-long-random-text-of-your-own', /LIVEKIT_API_SECRET: is the example/],
    ['AUTH_SECRET', 'abcabcabcabcabcabcabcabcabcabcabcabc', /AUTH_SECRET: is too easy/],
    ['AUTH_SECRET', 'short', /AUTH_SECRET: needs at least 32/],
    ['AUTH_SECRET', '', /AUTH_SECRET/],
    ['DATABASE_URL', 'postgres://rejoin_app:change-me@127.0.0.1/rejoin', /DATABASE_URL: carries the example password/],
    ['PUBLIC_URL', 'http://rejoin.example.org', /PUBLIC_URL: must begin with https/],
  ])('refuse %s=%s by its name', (name, value, message) => {
    expect(() => readConfig(settings({ [name]: value }))).toThrow(message);
  });

  it('never repeat a secret in what they complain about', () => {
    const weak = 'hunter2hunter2hunter2';
    expect(() => readConfig(settings({ AUTH_SECRET: weak }))).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(weak) }),
    );
  });
});
