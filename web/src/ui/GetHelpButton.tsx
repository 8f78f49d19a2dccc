import { UnstyledButton } from '@mantine/core';
import { helpWords } from '@rejoin/shared';
import { IconLifebuoy } from '@tabler/icons-react';
import { useState } from 'react';
import { useHelp } from '../lib/help';
import classes from './GetHelp.module.css';
import { GetHelpDialog } from './GetHelpDialog';

/** On every page of a patient, signed in or not: whom to call right now. It needs no network; staff do not see it. */
export function GetHelpButton({ className }: { className?: string }) {
  const [opened, setOpened] = useState(false);
  const help = useHelp();
  if (help.hidden) return null;
  return (
    <>
      <UnstyledButton className={[classes.button, className].filter(Boolean).join(' ')} onClick={() => setOpened(true)}>
        <IconLifebuoy size={20} stroke={1.75} aria-hidden />
        <span>{helpWords.title}</span>
      </UnstyledButton>
      <GetHelpDialog opened={opened} onClose={() => setOpened(false)} help={help} />
    </>
  );
}
