import { helpWords } from '@rejoin/shared';
import { IconMessage, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Help } from '../lib/help';
import classes from './GetHelp.module.css';
import { PlainDialog } from './PlainDialog';

interface Props {
  opened: boolean;
  onClose: () => void;
  help: Help;
}

/** Everything in it is a link that the phone itself understands. */
export function GetHelpDialog({ opened, onClose, help }: Props) {
  const programs = help.programs.filter(({ phone }) => phone);
  return (
    <PlainDialog opened={opened} onClose={onClose} title={helpWords.title}>
      <div className={classes.ways}>
        <Way {...helpWords.crisis}>
          <Call number="988" />
          <Call number="988" byText />
        </Way>
        <Way {...helpWords.danger}>
          <Call number="911" />
        </Way>
        {programs.map(({ id, name, phone, hours }) => (
          <Way key={id} title={name || helpWords.program.title} text={hours || helpWords.program.text}>
            <Call number={phone} />
          </Way>
        ))}
        {help.installation && (
          <Way {...helpWords.installation}>
            <Call number={help.installation} />
          </Way>
        )}
      </div>
    </PlainDialog>
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

function Call({ number, byText }: { number: string; byText?: boolean }) {
  const Icon = byText ? IconMessage : IconPhone;
  return (
    <a className={classes.call} href={`${byText ? 'sms' : 'tel'}:${number.replace(/[^+\d]/g, '')}`}>
      <Icon size={18} stroke={1.75} aria-hidden />
      {byText ? helpWords.text : helpWords.call} {number}
    </a>
  );
}
