// Plain JavaScript, so that Jest leaves it to Node, which strips the types of what it imports.
import { startTestDatabase } from '../src/test-database.ts';

export default async function setup() {
  globalThis.rejoinTestDatabase = await startTestDatabase();
}
