import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startApp, type TestApp } from '../testing/app.js';
import { checkBeforeStart, clockOffset } from './startup-checks.js';

let app: TestApp;
let owner: pg.Client;
beforeAll(async () => {
  app = await startApp();
  owner = new pg.Client({ connectionString: app.urls.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

describe('before it starts, the server', () => {
  it('finds a database of its own version and a clock that agrees', async () => {
    await expect(checkBeforeStart(app.database, false)).resolves.toBeUndefined();
  });

  it('refuses a database of a later release, unless it was told that this is the way back', async () => {
    await owner.query(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'Later9999999999999')`);
    await expect(checkBeforeStart(app.database, false)).rejects.toThrow(/newer than this server \(unknown: Later9999999999999\)/);
    await expect(checkBeforeStart(app.database, true)).resolves.toBeUndefined();
    await owner.query(`DELETE FROM migrations WHERE name = 'Later9999999999999'`);
  });

  it('refuses a database that was not brought up to date', async () => {
    await owner.query(`UPDATE migrations SET name = 'Hidden' WHERE name LIKE 'CareEnds%'`);
    await expect(checkBeforeStart(app.database, true)).rejects.toThrow(/run the migrations first \(missing: CareEnds/);
    await owner.query(`UPDATE migrations SET name = 'CareEnds1764000009000' WHERE name = 'Hidden'`);
  });

  it.each([-60_000, -2_500, 2_500, 3_600_000])('measures a clock that is %d ms off', async (off) => {
    const offset = await clockOffset(app.database, () => Date.now() + off);
    expect(Math.abs(offset + off)).toBeLessThan(500);
  });
});
