import { Menu, UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconDevices, IconLogout, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { signOut } from '../lib/auth';
import { useMe } from '../lib/me';
import { Initial } from '../ui/Initial';
import classes from './AccountMenu.module.css';
import { SignOutEverywhere, SignOutFailed } from './SignOutDialogs';

const schemes = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'Like this device' },
] as const;

export function AccountMenu() {
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'none' | 'everywhere' | 'failed'>('none');
  const close = () => setDialog('none');
  const leave = async () => {
    if (await signOut()) void navigate('/sign-in');
    else setDialog('failed');
  };
  return (
    <div className={classes.root}>
      <Menu width={250} withinPortal={false} withInitialFocusPlaceholder={false}>
        <AccountButton />
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
          <Menu.Item leftSection={<IconDevices size={18} aria-hidden />} onClick={() => setDialog('everywhere')}>
            Sign out everywhere…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SignOutEverywhere opened={dialog === 'everywhere'} onClose={close} />
      <SignOutFailed opened={dialog === 'failed'} onClose={close} onRetry={() => void leave()} />
    </div>
  );
}

function AccountButton() {
  const me = useMe();
  return (
    <Menu.Target>
      <UnstyledButton className={classes.button}>
        <VisuallyHidden>Your account, </VisuallyHidden>
        <Initial name={me.displayName} size="sm" />
        <span className={classes.name}>{me.displayName}</span>
        <IconChevronDown size={16} aria-hidden />
      </UnstyledButton>
    </Menu.Target>
  );
}

function SchemeItems() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = (chosen: string) => setColorScheme(schemes.find(({ value }) => value === chosen)?.value ?? 'auto');
  return (
    <Menu.RadioGroup value={colorScheme} onChange={choose}>
      <Menu.Label>Colors</Menu.Label>
      {schemes.map(({ value, label }) => (
        <Menu.RadioItem key={value} value={value} closeMenuOnClick={false}>
          {label}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
