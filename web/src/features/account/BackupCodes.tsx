import { Button, CopyButton, Group } from '@mantine/core';
import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { announce } from '../../lib/announce';
import classes from './BackupCodes.module.css';

function download(codes: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([`Rejoin backup codes. Each works once.\n\n${codes.join('\n')}\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'rejoin-backup-codes.txt';
  link.click();
  URL.revokeObjectURL(url);
}

export function BackupCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Group gap="xs" mt="md">
        <CopyButton value={codes.join('\n')} timeout={3_000}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="sm"
              leftSection={<IconCopy size={17} aria-hidden />}
              onClick={() => {
                copy();
                announce('Copied');
              }}
            >
              {copied ? 'Copied' : 'Copy'}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" size="sm" leftSection={<IconDownload size={17} aria-hidden />} onClick={() => download(codes)}>
          Save as a file
        </Button>
        <Button variant="default" size="sm" leftSection={<IconPrinter size={17} aria-hidden />} onClick={() => window.print()}>
          Print
        </Button>
      </Group>
    </>
  );
}
