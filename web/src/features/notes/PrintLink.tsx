import { Button } from '@mantine/core';
import { type Note, printNote } from '@rejoin/shared';
import { IconPrinter } from '@tabler/icons-react';
import { urlOf } from '../../lib/api';

/** Opens the part as a document; a draft says so on every page. */
export function PrintLink({ note }: { note: Note }) {
  return (
    <Button
      component="a"
      href={urlOf(printNote, { params: { noteId: note.id } })}
      target="_blank"
      rel="noopener"
      variant="subtle"
      size="sm"
      leftSection={<IconPrinter size={18} aria-hidden />}
    >
      Print
    </Button>
  );
}
