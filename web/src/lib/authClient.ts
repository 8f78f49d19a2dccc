import { magicLinkClient, twoFactorClient } from 'better-auth/client/plugins';
import { createAuthClient } from 'better-auth/react';

/** Only for pages that are loaded when opened: it is too large for the first load. */
export const authClient = createAuthClient({
  basePath: '/api/auth',
  plugins: [magicLinkClient(), twoFactorClient()],
  sessionOptions: { refetchOnWindowFocus: false },
});
