import '../../lib/draft';
import type { FeatureRoutes } from '../../lib/routes';

export const peopleRoutes: FeatureRoutes = {
  inShell: [
    { path: 'people', lazy: { Component: async () => (await import('./PeoplePage')).PeoplePage } },
    { path: 'people/new', lazy: { Component: async () => (await import('./NewPersonPage')).NewPersonPage } },
    { path: 'people/:personId', lazy: { Component: async () => (await import('./PersonPage')).PersonPage } },
    { path: 'patients', lazy: { Component: async () => (await import('./PatientsPage')).PatientsPage } },
    { path: 'patients/new', lazy: { Component: async () => (await import('./NewPatientPage')).NewPatientPage } },
    { path: 'emergency', lazy: { Component: async () => (await import('./EmergencyPage')).EmergencyPage } },
    { path: 'patients/:patientId/access-log', lazy: { Component: async () => (await import('./AccessLogPage')).AccessLogPage } },
    {
      path: 'patients/:patientId/access-log/print',
      lazy: { Component: async () => (await import('./AccessReportPage')).AccessReportPage },
    },
    { path: 'first-steps', lazy: { Component: async () => (await import('./first-steps/FirstStepsPage')).FirstStepsPage } },
    { path: 'patients/:patientId', lazy: { Component: async () => (await import('./PatientPage')).PatientPage } },
  ],
};
