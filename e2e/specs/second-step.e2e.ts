import { startStack } from '../../infra/src/stack.ts';
import { linkIn, mail } from '../support/mailbox.ts';
import { expect, test } from '../support/stack.ts';
import { totp } from '../support/totp.ts';
import { Visitor } from '../support/visitor.ts';

test('outside the demo the first administrator sets up a second step before anything opens', async ({ browser }) => {
  const stack = await startStack({ demo: false });
  try {
    const email = 'avery.stone@mailbox.example';
    const asked = ['--email', email, '--given', 'Avery', '--family', 'Stone'];
    await stack.runBeside('first-administrator.js', asked);
    await expect(stack.runBeside('first-administrator.js', asked)).rejects.toThrow();
    const visitor = await Visitor.open(browser, stack);
    const { page } = visitor;
    await page.goto(linkIn(await mail(stack, email, 1)));
    await page.getByLabel('New password').fill('a-quiet-lake-7');
    await page.getByRole('button', { name: 'Save the new password' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    const signIn = async (): Promise<void> => {
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password', { exact: true }).fill('a-quiet-lake-7');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    };
    await signIn();

    await expect(page).toHaveURL(/second-step/);
    expect((await page.request.get('/api/people')).status()).toBe(403);
    await page
      .getByLabel(/password/i)
      .first()
      .fill('a-quiet-lake-7');
    await page
      .getByRole('button')
      .filter({ hasText: /go on|continue|next/i })
      .first()
      .click();
    await page.getByText('I cannot scan it').click();
    const secret = (await page.locator('code').first().textContent()) ?? '';
    await page.getByLabel('Code').fill(totp(secret));
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await expect(page.getByRole('heading', { name: /backup codes/i })).toBeVisible();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await expect(page).toHaveURL(`${stack.url}/`);
    expect((await page.request.get('/api/people')).status()).toBe(200);

    await visitor.context.clearCookies();
    await page.goto('/sign-in');
    await signIn();
    await expect(page).toHaveURL(/sign-in\/code/);
    expect((await page.request.get('/api/me')).status()).toBe(401);
    // The code that set it up works no second time: the next one is taken already.
    await page.getByLabel('Code').fill(totp(secret, Date.now() + 30_000));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(async () => (await page.request.get('/api/me')).status()).toBe(200);
    await visitor.close();
  } finally {
    await stack.stop();
  }
});
