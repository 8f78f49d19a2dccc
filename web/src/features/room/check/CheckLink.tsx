import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { Link } from 'react-router';
import { checkLinkWords } from '../../../lib/wishWords';
import { useRoom } from '../state/roomContext';

/** The way to the device check, and back to this session. */
export function CheckLink() {
  const { sessionId, view } = useRoom();
  const { check } = view.me;
  const isGood = check?.camera === 'good' && check.microphone === 'good' && check.network === 'good';
  return (
    <Button
      component={Link}
      to={`/check?session=${sessionId}`}
      variant="subtle"
      leftSection={<IconChecklist size={20} stroke={1.75} aria-hidden />}
    >
      {isGood ? checkLinkWords.good : checkLinkWords.open}
    </Button>
  );
}
