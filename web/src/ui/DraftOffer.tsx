import { Button, Group } from '@mantine/core';
import { Note } from './Note';

interface Props {
  draft: { offered: boolean; restore: () => void; discard: () => void };
}

/** Offers back what was typed before the page was left. */
export function DraftOffer({ draft }: Props) {
  if (!draft.offered) return null;
  return (
    <Note title="You began this earlier" live>
      What you typed is still here. It was not sent.
      <Group mt="sm" gap="sm">
        <Button size="sm" onClick={draft.restore}>
          Bring it back
        </Button>
        <Button size="sm" variant="default" onClick={draft.discard}>
          Start fresh
        </Button>
      </Group>
    </Note>
  );
}
