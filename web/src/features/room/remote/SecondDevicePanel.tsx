import { CopyButton, Button } from '@mantine/core';
import { QRCodeSVG } from 'qrcode.react';
import panel from '../panels/Panel.module.css';
import { useRoom } from '../state/roomContext';
import classes from './Remote.module.css';

/** The way to the panel on a phone or tablet. */
export function SecondDevicePanel() {
  const { sessionId } = useRoom();
  const address = new URL(`/sessions/${sessionId}/panel`, window.location.origin).href;
  return (
    <div className={panel.body}>
      <p className={panel.hint}>
        Agenda, people, hands and messages on a second device. Sign in there with your own account. Picture and sound stay here.
      </p>
      <div className={classes.code}>
        <QRCodeSVG value={address} size={208} title="Code with the address of the panel" />
        <p className={classes.address}>{address}</p>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? 'Copied' : 'Copy the address'}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
