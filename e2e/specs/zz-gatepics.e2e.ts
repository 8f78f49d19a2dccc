import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';

test('pictures', async ({ browser, stack, seed }) => {
  test.setTimeout(240_000);
  const programId = await seed.program();
  const lead = await seed.staff(programId, 'therapist');
  const coordinator = await seed.staff(programId, 'coordinator');
  const patient = await seed.patient(programId);
  const first = await seed.session(programId, lead, [patient], { gateOpen: true });
  for (const phone of [false, true]) {
    const visitor = await Visitor.open(browser, stack, patient, { phone });
    const { page } = visitor;
    const shot = async (name: string) => {
      await page.waitForTimeout(700);
      await page.screenshot({ path: `/tmp/gate/pics/${name}-${phone ? 390 : 1280}.png`, fullPage: true });
      const { violations } = await new AxeBuilder({ page }).analyze();
      console.log(name, phone, violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ').slice(0, 300)}`));
    };
    await visitor.goToRoom(first);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await shot('gate-first');
    await page.goto('/first-steps');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await shot('steps');
    for (const name of ['Your name', 'Is it you', 'Someone to call', 'What we agree', 'Camera, sound', 'If you suddenly']) {
      await page.getByRole('button', { name: new RegExp(name) }).click();
      if (name.startsWith('Camera')) await page.getByRole('button', { name: 'Try camera and microphone' }).click();
      await shot(`step-${name.split(' ')[0]}-${name.length}`);
    }
    await page.goto('/first-steps/room');
    await page.waitForTimeout(1500);
    await shot('look');
    await visitor.close();
  }
  await seed.passGate(first);
  await seed.database.query(`UPDATE seat SET holds_time = false WHERE session_id = $1`, [first]);
  const second = await seed.session(programId, lead, [patient], { gateOpen: true });
  for (const phone of [false, true]) {
    const visitor = await Visitor.open(browser, stack, patient, { phone });
    await visitor.goToRoom(second);
    await expect(visitor.page.getByRole('button', { name: 'Still right' })).toBeVisible();
    await visitor.page.waitForTimeout(700);
    await visitor.page.screenshot({ path: `/tmp/gate/pics/check-${phone ? 390 : 1280}.png`, fullPage: true });
    const { violations } = await new AxeBuilder({ page: visitor.page }).analyze();
    console.log('check', violations.map(({ id }) => id));
    await visitor.page.goto('/');
    await visitor.page.waitForTimeout(1500);
    await visitor.page.screenshot({ path: `/tmp/gate/pics/day-${phone ? 390 : 1280}.png`, fullPage: true });
    await visitor.close();
    const staff = await Visitor.open(browser, stack, coordinator, { phone });
    await staff.page.goto(`/patients/${patient.id}`);
    await staff.page.waitForTimeout(2500);
    await staff.page.screenshot({ path: `/tmp/gate/pics/patient-${phone ? 390 : 1280}.png`, fullPage: true });
    console.log('patient', (await new AxeBuilder({ page: staff.page }).analyze()).violations.map(({ id }) => id));
    await staff.close();
  }
});
