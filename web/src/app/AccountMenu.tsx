import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { signOutEverywhere } from '@rejoin/shared';
import { IconChevronDown, IconDevices, IconLogout, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { signedOut, signOut } from '../lib/auth';
import { useMe } from '../lib/me';
import { useCommand } from '../lib/query';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Initial } from '../ui/Initial';
import classes from './AccountMenu.module.css';

const schemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'Like this device' },
] as const;

export function AccountMenu() {
  const me = useMe();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const leave = async () => {
    if (await signOut()) await navigate('/sign-in');
    else setFailed(true);
  };
  return (
    <div className={classes.root}>
      <Menu width={250} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <UnstyledButton className={classes.button} aria-label={`Your account, ${me.displayName}`}>
            <Initial name={me.displayName} size="sm" />
            <span className={classes.name}>{me.displayName}</span>
            <IconChevronDown size={16} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to="/account" leftSection={<IconUser size={18} aria-hidden />}>
            Your profile
          </Menu.Item>
          <Menu.Divider />
          <SchemeItems />
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void leave()}>
            Sign out
          </Menu.Item>
          <Menu.Item leftSection={<IconDevices size={18} aria-hidden />} onClick={() => setAsking(true)}>
            Sign out everywhere…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={failed}
        onClose={() => setFailed(false)}
        title="You are still signed in"
        confirmLabel="Try again"
        onConfirm={() => {
          setFailed(false);
          void leave();
        }}
      >
        We cannot reach Rejoin right now. Check your internet and sign out again, above all if others use this device.
      </ConfirmDialog>
      <SignOutEverywhere opened={asking} onClose={() => setAsking(false)} />
    </div>
  );
}

function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(schemes.find((scheme) => scheme.value === value)?.value ?? 'auto')}>
      <Menu.Label>Colors</Menu.Label>
      {schemes.map(({ value, label }) => (
        <Menu.RadioItem key={value} value={value} closeMenuOnClick={false}>
          {label}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

function SignOutEverywhere({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const navigate = useNavigate();
  const command = useCommand(signOutEverywhere, {
    onDone: () => {
      signedOut();
      void navigate('/sign-in');
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title="Sign out everywhere?"
      confirmLabel="Sign out everywhere"
      running={command.running}
      error={command.error}
      onConfirm={() => command.run()}
    >
      You will be signed out on every phone and computer, and leave any session you are in. You can sign in again at once.
    </ConfirmDialog>
  );
}
