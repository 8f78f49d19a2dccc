import { invitationDays } from '@rejoin/shared';

export interface AuthMail {
  /** Mails carry no clinical word, and no name but the installation's. */
  send(mail: { to: string; subject: string; text: string }): Promise<void>;
}

/** The pages that mails lead to: a GET shows a button, the button consumes (mail scanners open links first). */
export const authPages = {
  verify: (base: string, token: string) => `${base}/account/verify?token=${encodeURIComponent(token)}`,
  reset: (base: string, token: string) => `${base}/account/reset?token=${encodeURIComponent(token)}`,
  link: (base: string, token: string) => `${base}/account/link?token=${encodeURIComponent(token)}`,
};

export const linkMinutes = 5;

/** What we write to people about their account, with the address of the page that goes on. */
export const authMails = {
  reset: (page: string) => ({
    subject: 'Choose a new password',
    text: `Someone asked for a new password for this address. If it was you, open this page:\n\n${page}\n\nIf not, you can ignore this mail.`,
  }),
  verify: (page: string) => ({
    subject: 'Confirm your e-mail address',
    text: `Please confirm this address:\n\n${page}`,
  }),
  link: (page: string) => ({
    subject: 'Your sign-in link',
    text: `Open this page to sign in. The link works once, for ${linkMinutes} minutes:\n\n${page}`,
  }),
  invitation: (page: string) => ({
    subject: 'Choose your password',
    text: `Welcome. An account was made for this address. Choose a password here to use it:\n\n${page}\n\nThe link works once, for ${invitationDays} days. After that, "I forgot my password" on the sign-in page sends a new one.`,
  }),
  /** To the address that holds no longer: whoever changed it, its owner hears of it. */
  addressChanged: () => ({
    subject: 'Your e-mail address was changed',
    text: 'Your account has another e-mail address now, and this one signs in no longer. If you did not ask for that, please call us.',
  }),
};
