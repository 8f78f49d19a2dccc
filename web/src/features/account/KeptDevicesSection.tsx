import { Button } from '@mantine/core';
import { endKeptDevice, keptDeviceDays, type KeptDevice, listKeptDevices, readKeptDevice } from '@rejoin/shared';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { announce } from '../../lib/announce';
import { useCall, useCommand } from '../../lib/query';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loading } from '../../ui/Loading';
import { Section } from '../../ui/Section';
import { StatusBadge } from '../../ui/StatusBadge';
import { TimeText } from '../../ui/TimeText';
import { ChangePin } from './ChangePin';
import { deviceWords, isPhone } from './deviceWords';
import classes from './SignInsSection.module.css';

/** The devices where a PIN opens the account. */
export function KeptDevicesSection() {
  const devices = useCall(listKeptDevices);
  const [changing, setChanging] = useState(false);
  const isHere = devices.data?.some(({ here }) => here) ?? false;
  return (
    <Section
      title="Devices you keep"
      description={`On a device of your own a PIN can open your account for ${keptDeviceDays} days.`}
      actions={
        devices.data &&
        (isHere ? (
          !changing && (
            <Button variant="default" size="sm" onClick={() => setChanging(true)}>
              Change the PIN
            </Button>
          )
        ) : (
          <Button component={Link} to="/account/keep-device?next=/account" variant="default" size="sm">
            Keep this device
          </Button>
        ))
      }
    >
      {devices.isPending && <Loading />}
      {devices.error && <ErrorNote error={devices.error} onRetry={() => void devices.refetch()} />}
      {changing && isHere && <ChangePin onClose={() => setChanging(false)} />}
      {devices.data?.length === 0 && <p className={classes.since}>You keep no device. You sign in with your password everywhere.</p>}
      <ul className={classes.list}>
        {devices.data?.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </ul>
    </Section>
  );
}

function DeviceRow({ device }: { device: KeptDevice }) {
  const command = useCommand(endKeptDevice, {
    refresh: [listKeptDevices, readKeptDevice],
    onDone: () => announce('The device is kept no longer'),
  });
  const Icon = isPhone(device.agent) ? IconDeviceMobile : IconDeviceDesktop;
  const name = deviceWords(device.agent);
  return (
    <li className={classes.row}>
      <Icon size={24} stroke={1.6} aria-hidden />
      <span className={classes.words}>
        <strong>{name}</strong>
        <span className={classes.since}>
          Until <TimeText at={device.expiresAt} />
        </span>
        <ErrorNote error={command.error} />
      </span>
      {device.here && <StatusBadge tone="good">This device</StatusBadge>}
      <Button
        variant="default"
        size="sm"
        loading={command.running}
        aria-label={`End keeping ${name}`}
        onClick={() => command.run({ params: { deviceId: device.id } })}
      >
        End
      </Button>
    </li>
  );
}
