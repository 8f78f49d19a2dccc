import type { FeatureRoutes } from '../../lib/routes';

export const accountRoutes: FeatureRoutes = {
  inShell: [{ path: 'account', lazy: { Component: async () => (await import('./ProfilePage')).ProfilePage } }],
  fullPage: [
    { path: 'account/second-step', lazy: { Component: async () => (await import('./SecondStepPage')).SecondStepPage } },
    { path: 'account/keep-device', lazy: { Component: async () => (await import('./KeepDevicePage')).KeepDevicePage } },
  ],
  open: [
    { path: 'sign-in', lazy: { Component: async () => (await import('./SignInPage')).SignInPage } },
    { path: 'sign-in/code', lazy: { Component: async () => (await import('./CodePage')).CodePage } },
    { path: 'account/link', lazy: { Component: async () => (await import('./MagicLinkPage')).MagicLinkPage } },
    { path: 'forgot-password', lazy: { Component: async () => (await import('./ForgotPasswordPage')).ForgotPasswordPage } },
    { path: 'account/reset', lazy: { Component: async () => (await import('./ResetPasswordPage')).ResetPasswordPage } },
    { path: 'account/verify', lazy: { Component: async () => (await import('./VerifyEmailPage')).VerifyEmailPage } },
  ],
};
