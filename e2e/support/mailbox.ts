import { expect } from '@playwright/test';
import { z } from 'zod';

interface Inbox {
  inboxUrl: string;
}

const Mails = z.array(
  z.object({
    subject: z.string(),
    text: z.string().default(''),
    time: z.string(),
    to: z.array(z.object({ address: z.string() })),
  }),
);
export type Mail = z.infer<typeof Mails>[number];

async function mailsTo(stack: Inbox, address: string): Promise<Mail[]> {
  const response = await fetch(`${stack.inboxUrl}/api/email?sort=asc`);
  const mails = Mails.parse(await response.json());
  return mails.filter((mail) => mail.to.some((to) => to.address.toLowerCase() === address.toLowerCase()));
}

/** Waits for the nth mail to an address and gives it. */
export async function mail(stack: Inbox, address: string, nth: number): Promise<Mail> {
  await expect.poll(async () => (await mailsTo(stack, address)).length).toBeGreaterThanOrEqual(nth);
  const found = (await mailsTo(stack, address))[nth - 1];
  if (!found) throw new Error('The mail is gone.');
  return found;
}

/** The path of the page that a mail leads to. */
export function linkIn(found: Mail): string {
  const url = new URL(/https?:\/\/\S+/.exec(found.text)?.[0] ?? '');
  return url.pathname + url.search;
}
