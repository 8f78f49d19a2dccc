import { listNotes, readAttendance } from '@rejoin/shared';
import { receivedMedia } from '../support/media.ts';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';

test('a therapist and three patients hold a session, from the waiting room to the signed note', async ({ browser, stack, seed }) => {
  const programId = await seed.program();
  const lead = await seed.staff(programId, 'therapist');
  const patients = [await seed.patient(programId), await seed.patient(programId), await seed.patient(programId)];
  const sessionId = await seed.session(programId, lead, patients);
  const password = await seed.password(lead);
  const therapist = await Visitor.open(browser, stack, lead);
  const guests = await Promise.all(patients.map((patient) => Visitor.open(browser, stack, patient)));

  await test.step('patients wait, and see nobody', async () => {
    for (const guest of guests) {
      await guest.join(sessionId);
      await expect(guest.page.getByText(/waiting room/i).first()).toBeVisible();
    }
    for (const [at, guest] of guests.entries()) {
      for (const other of patients.filter((_, index) => index !== at)) {
        await expect(guest.page.getByText(other.name, { exact: true })).toHaveCount(0);
      }
      expect((await receivedMedia(guest.page)).framesDecoded).toBe(0);
    }
  });

  await test.step('the therapist lets them in and starts', async () => {
    await therapist.join(sessionId);
    await therapist.page.getByRole('button', { name: `Admit ${patients[0]?.name}`, exact: true }).click();
    await therapist.page.getByRole('button', { name: 'Admit everyone' }).click();
    await therapist.page.getByRole('button', { name: 'Start session' }).click();
    for (const guest of guests) await guest.inRoom();
  });

  await test.step('everyone decodes the pictures of everyone', async () => {
    for (const visitor of [therapist, ...guests]) {
      await expect.poll(async () => (await receivedMedia(visitor.page)).videos, { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
    }
  });

  await test.step('no browser was given a STUN or TURN server of anyone else', async () => {
    for (const visitor of [therapist, ...guests]) {
      for (const server of (await receivedMedia(visitor.page)).iceServers)
        expect(server).toMatch(/^(stun|turns?):(127\.0\.0\.1|localhost)[:?]/);
    }
  });

  await test.step('everyone came in muted; a microphone that is turned on is heard', async () => {
    const [speaker] = guests;
    if (!speaker) throw new Error('no speaker');
    const before = (await receivedMedia(therapist.page)).audioEnergy;
    await speaker.page.getByRole('button', { name: 'Turn microphone on' }).click();
    await expect.poll(async () => (await receivedMedia(therapist.page)).audioEnergy, { timeout: 20_000 }).toBeGreaterThan(before + 0.0001);
    await speaker.page.getByRole('button', { name: 'Turn microphone off' }).click();
  });

  await test.step('what one writes, the others read', async () => {
    const [writer, reader] = guests;
    if (!writer || !reader) throw new Error('no writer');
    await writer.page.getByRole('button', { name: /^Chat/ }).click();
    await expect(writer.page.getByText(/everyone in this room/i).first()).toBeVisible();
    await writer.page.getByRole('textbox', { name: /message/i }).fill('Good to see you all');
    await writer.page.keyboard.press('Enter');
    await reader.page.getByRole('button', { name: /^Chat/ }).click();
    await expect(reader.page.getByText('Good to see you all')).toBeVisible();
  });

  await test.step('the therapist ends it for everyone', async () => {
    await therapist.page.getByRole('button', { name: 'End for everyone' }).click();
    await therapist.page.getByRole('dialog').getByRole('button', { name: /end/i }).click();
    for (const guest of guests) await expect(guest.page.getByText(/has ended/i).first()).toBeVisible();
  });

  await test.step('everyone’s minutes are there, with their sources', async () => {
    const report = await seed.as(lead).call(readAttendance, { params: { sessionId } });
    expect(report.mostPatientsAtOnce).toBe(3);
    for (const person of report.people) {
      expect(person.presentSeconds).toBeGreaterThan(0);
      expect(person.connections.some((span) => span.place === 'main' && span.to !== null)).toBe(true);
    }
    await therapist.page.goto(`/sessions/${sessionId}/attendance`);
    for (const patient of patients) await expect(therapist.page.getByText(new RegExp(patient.name)).first()).toBeVisible();
  });

  await test.step('a note is saved as it is typed, signed, and cannot be changed any more', async () => {
    await therapist.page.goto(`/sessions/${sessionId}/notes`);
    await therapist.page.getByRole('button', { name: new RegExp(patients[0]?.surname ?? '') }).click();
    await therapist.page.getByRole('textbox', { name: /^Note of/ }).fill('Took part in the check-in and tried the breathing exercise.');
    await expect(therapist.page.getByText(/^Saved/).first()).toBeVisible();
    await therapist.page.getByRole('button', { name: 'Sign…' }).click();
    await therapist.page.getByRole('dialog').getByLabel('Your password').fill(password);
    await therapist.page.keyboard.press('Enter');
    await expect(therapist.page.getByText(/signed by/i).first()).toBeVisible();
    const { patients: slots } = await seed.as(lead).call(listNotes, { params: { sessionId } });
    const signed = slots.filter((slot) => slot.note?.status === 'signed');
    expect(signed).toHaveLength(1);
    await expect(seed.database.query('UPDATE note SET body = $1 WHERE id = $2', ['changed', signed[0]?.note?.id])).rejects.toThrow(
      /signed/,
    );
  });

  await test.step('no peer’s browser ever received a surname or an address of another person, nor spoke to another host', () => {
    for (const [at, guest] of guests.entries()) {
      for (const other of [lead, ...patients.filter((_, index) => index !== at)]) {
        expect(guest.hasReceived(other.surname), `${patients[at]?.name} received ${other.surname}`).toBe(false);
        expect(guest.hasReceived(other.email)).toBe(false);
      }
      expect(guest.hasReceived(patients[at]?.name ?? '?')).toBe(true);
      guest.expectOwnHostOnly();
    }
    therapist.expectOwnHostOnly();
    expect(therapist.hasReceived(patients[0]?.surname ?? '?')).toBe(true);
  });

  await Promise.all([therapist, ...guests].map((visitor) => visitor.close()));
});
