export default async function teardown() {
  await globalThis.rejoinTestDatabase?.stop();
}
