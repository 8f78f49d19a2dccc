import { Modal } from '@mantine/core';
import { IconMessage, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Help } from '../lib/help';
import classes from './GetHelp.module.css';

interface Props {
  opened: boolean;
  onClose: () => void;
  help: Help;
}

/** Everything in it is a link that the phone itself understands. */
export function GetHelpDialog({ opened, onClose, help }: Props) {
  const programs = help.programs.filter(({ phone }) => phone);
  return (
    <Modal opened={opened} onClose={onClose} title="Get help now" closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={classes.ways}>
        <Way title="988" text="Talk or write with someone who listens. Day and night, free, in the US.">
          <Call number="988" label="Call 988" />
          <Call number="988" label="Text 988" byText />
        </Way>
        <Way title="911" text="You or someone else is in danger. Say first where you are.">
          <Call number="911" label="Call 911" />
        </Way>
        {programs.map(({ id, name, phone, hours }) => (
          <Way key={id} title={name} text={hours || 'The people you know.'}>
            <Call number={phone} label={`Call ${phone}`} />
          </Way>
        ))}
        {help.installation && (
          <Way title="Help line" text="If you cannot get in, or do not know whom to call.">
            <Call number={help.installation} label={`Call ${help.installation}`} />
          </Way>
        )}
      </div>
    </Modal>
  );
}

function Way({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className={classes.way}>
      <div className={classes.words}>
        <h3 className={classes.title}>{title}</h3>
        <p className={classes.text}>{text}</p>
      </div>
      <div className={classes.calls}>{children}</div>
    </section>
  );
}

function Call({ number, label, byText }: { number: string; label: string; byText?: boolean }) {
  const Icon = byText ? IconMessage : IconPhone;
  return (
    <a className={classes.call} href={`${byText ? 'sms' : 'tel'}:${number.replace(/[^+\d]/g, '')}`}>
      <Icon size={18} stroke={1.75} aria-hidden />
      {label}
    </a>
  );
}
