import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Note } from '../../ui/Note';
import { AccountFrame } from './AccountFrame';

/** A link from a mail that cannot be used any more, and the way to a new one. */
export function LinkOver({ again }: { again: { label: string; to: string } }) {
  return (
    <AccountFrame title="This link is over">
      <Note tone="warning">It was used before, or it is too old. That is no problem: ask for a new one.</Note>
      <Button component={Link} to={again.to} fullWidth mt="lg">
        {again.label}
      </Button>
    </AccountFrame>
  );
}
