import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { onAnnounce } from '../lib/announce';

/** Where `announce()` is read out; the same words twice are read twice. */
export function LiveRegion() {
  const [said, setSaid] = useState({ text: '', turn: 0 });
  useEffect(() => onAnnounce((text) => setSaid(({ turn }) => ({ text, turn: turn + 1 }))), []);
  // Who reads the page by hand should not find news that is no longer true.
  useEffect(() => {
    if (said.text === '') return undefined;
    const timer = setTimeout(() => setSaid(({ turn }) => ({ text: '', turn })), 10_000);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <VisuallyHidden>
      <div aria-live="polite" data-announcements>
        <span key={said.turn}>{said.text}</span>
      </div>
    </VisuallyHidden>
  );
}
