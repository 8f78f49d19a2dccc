import { useMe } from '../../lib/me';
import { Page } from '../../ui/Page';
import { FeelSection } from './FeelSection';
import { KeptDevicesSection } from './KeptDevicesSection';
import { mayKeepDevice } from './mayKeepDevice';
import { OwnForm } from './OwnForm';
import { PasswordSection } from './PasswordSection';
import { SecondStepSection } from './SecondStepSection';
import { SignInsSection } from './SignInsSection';

export function ProfilePage() {
  const me = useMe();
  return (
    <Page title="Your profile" lead="How others see you here, how it should feel, and how you sign in." width="narrow">
      <OwnForm key={me.personId} me={me} />
      <FeelSection />
      {me.via === 'account' && (
        <>
          <PasswordSection />
          <SecondStepSection me={me} />
          {mayKeepDevice(me) && <KeptDevicesSection />}
          <SignInsSection />
        </>
      )}
    </Page>
  );
}
