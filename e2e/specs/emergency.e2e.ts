import { changeProgram, openEmergencyAccess } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { expect, test } from '../support/stack.ts';
import type { Seed, Somebody } from '../support/seed.ts';
import { Visitor } from '../support/visitor.ts';

/** The hour is over: no test waits for it. The trigger holds the times still for everyone but the owner. */
async function letTheHourPass(seed: Seed, patientId: string): Promise<void> {
  await seed.database.query('BEGIN');
  await seed.database.query('ALTER TABLE emergency_access DISABLE TRIGGER emergency_access_kept');
  await seed.database.query(
    `UPDATE emergency_access SET from_at = from_at - interval '60 minutes', to_at = to_at - interval '60 minutes' WHERE patient_id = $1`,
    [patientId],
  );
  await seed.database.query('ALTER TABLE emergency_access ENABLE TRIGGER emergency_access_kept');
  await seed.database.query('COMMIT');
}

async function cast(seed: Seed): Promise<{ clinician: Somebody; supervisor: Somebody; patient: Somebody }> {
  const [here, elsewhere] = [await seed.program(), await seed.program()];
  const supervisor = await seed.staff(here, 'supervisor');
  return { clinician: await seed.staff(elsewhere, 'prescriber'), supervisor, patient: await seed.patient(here) };
}

test('a clinician opens one chart in an emergency, under a banner, and a supervisor reviews it', async ({ browser, stack, seed }) => {
  const { clinician, supervisor, patient } = await cast(seed);
  const doctor = await Visitor.open(browser, stack, clinician);
  const { page } = doctor;
  await page.goto('/patients');
  await page.getByRole('link', { name: 'Emergency access' }).click();
  await page.getByRole('button', { name: 'Open for 60 minutes' }).click();
  await expect(page.getByText('Please fill this in.').first()).toBeVisible();
  await page.getByLabel('Family name', { exact: true }).fill(patient.surname);
  await page.getByLabel('Date of birth').fill('1991-04-13');
  await page.getByLabel('Reason').fill('Fainted in the waiting area');
  await page.getByRole('button', { name: 'Open for 60 minutes' }).click();
  await expect(page.getByRole('alert')).toContainText('exactly these two');
  await page.getByLabel('Date of birth').fill('1991-04-12');
  await page.getByRole('button', { name: 'Open for 60 minutes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(patient.surname);
  await expect(page.getByText('Your reason: Fainted in the waiting area')).toBeVisible();
  for (const path of ['/', '/account', '/patients']) {
    await page.goto(path);
    await expect(page.getByRole('status').filter({ hasText: 'Emergency access to' })).toBeVisible();
  }
  await page.getByRole('link', { name: /MRN-/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(patient.surname);
  await page.getByRole('button', { name: 'End now' }).click();
  await expect(page.getByText('has ended. A supervisor will look at it.')).toBeVisible();
  await expect(page.getByText('We could not find this, or it is not yours to open.')).toBeVisible();
  await expect(page.getByText(patient.surname)).toHaveCount(0);

  const boss = await Visitor.open(browser, stack, supervisor);
  await boss.page.goto('/');
  const review = boss.page.getByRole('region', { name: 'Emergency access to review' });
  await expect(review).toContainText('Fainted in the waiting area');
  await expect(review).toContainText('opened the chart');
  await review.getByRole('button', { name: 'Not justified' }).click();
  await review.getByLabel('Not justified, because').fill('The nurse was there');
  await review.getByRole('button', { name: 'Save' }).click();
  await expect(review).toBeHidden();
  const kept = await seed.database.query<{ review_words: string }>('SELECT review_words FROM emergency_access WHERE patient_id = $1', [
    patient.id,
  ]);
  expect(kept.rows).toEqual([{ review_words: 'The nurse was there' }]);
  for (const visitor of [doctor, boss]) {
    visitor.expectOwnHostOnly();
    await visitor.close();
  }
});

test('after its hour the chart leaves the screen by itself, and the page says so', async ({ browser, stack, seed }) => {
  const { clinician, patient } = await cast(seed);
  await seed.as(clinician).call(openEmergencyAccess, {
    body: { id: randomUUID(), familyName: patient.surname, dateOfBirth: '1991-04-12', reason: 'Fainted' },
  });
  const doctor = await Visitor.open(browser, stack, clinician);
  await doctor.page.clock.install();
  await doctor.page.goto(`/patients/${patient.id}`);
  await expect(doctor.page.getByRole('heading', { level: 1 })).toContainText(patient.surname);
  await letTheHourPass(seed, patient.id);
  await doctor.page.clock.fastForward('01:00:01');
  await expect(doctor.page.getByText('has ended. A supervisor will look at it.')).toBeVisible();
  await expect(doctor.page.getByText(patient.surname)).toHaveCount(0);
  await doctor.close();
});

test('the office plans who is on call, and sees when nobody is', async ({ browser, stack, seed }) => {
  const program = await seed.program();
  const therapist = await seed.staff(program, 'therapist');
  const coordinator = await seed.staff(program, 'coordinator');
  await seed.as(coordinator).call(changeProgram, {
    params: { programId: program },
    body: { settings: { phone: '555-0100', onCallHours: 'Every day, 7 AM to 10 PM' } },
  });
  const office = await Visitor.open(browser, stack, coordinator);
  const { page } = office;
  await page.goto(`/programs/${program}`);
  const rota = page.getByRole('region', { name: 'On call' });
  await rota.getByRole('button', { name: 'The week after' }).click();
  await expect(rota.getByText(/Nobody is on call/)).toHaveCount(1);
  const monday = Temporal.Now.plainDateISO('America/New_York').add({ weeks: 1 });
  const day = monday.subtract({ days: monday.dayOfWeek - 1 });
  await rota.getByRole('combobox', { name: 'Put on call' }).fill(therapist.surname);
  await page.getByRole('option', { name: new RegExp(therapist.surname) }).click();
  await rota.getByLabel('Number').fill('555-0188');
  await rota.getByLabel('From').fill(`${day.toString()}T18:00`);
  await rota.getByLabel('To', { exact: true }).fill(`${day.add({ days: 1 }).toString()}T08:00`);
  await rota.getByRole('button', { name: 'Add' }).click();
  await expect(rota.getByText('555-0188')).toBeVisible();
  await expect(rota.getByText(/Nobody is on call/)).toHaveCount(2);
  await rota.getByRole('button', { name: /^Take back/ }).click();
  await expect(rota.getByText('555-0188')).toHaveCount(0);
  await office.close();
});
