import type { FeatureRoutes } from '../../lib/routes';

export const accountRoutes: FeatureRoutes = {
  open: [
    { path: 'sign-in', lazy: { Component: async () => (await import('./SignInPage')).SignInPage } },
    { path: 'sign-in/code', lazy: { Component: async () => (await import('./CodePage')).CodePage } },
    { path: 'sign-in/link', lazy: { Component: async () => (await import('./MagicLinkPage')).MagicLinkPage } },
    { path: 'forgot-password', lazy: { Component: async () => (await import('./ForgotPasswordPage')).ForgotPasswordPage } },
    { path: 'reset-password', lazy: { Component: async () => (await import('./ResetPasswordPage')).ResetPasswordPage } },
    { path: 'verify-email', lazy: { Component: async () => (await import('./VerifyEmailPage')).VerifyEmailPage } },
  ],
};
