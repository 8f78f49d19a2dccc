import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useEffect } from 'react';
import { announce } from '../../../lib/announce';
import { shareWords as words } from '../../../lib/shareWords';
import share from '../share/Share.module.css';
import { useStage } from '../stage/stageContext';
import { useRoom } from '../state/roomContext';
import { listed } from './materials';
import { seeMaterials, useSeenMaterials } from './seen';

/** One quiet line for what was shared and not opened yet. */
export function MaterialNews() {
  const { sessionId, view } = useRoom();
  const { panel, togglePanel } = useStage();
  const seen = useSeenMaterials(sessionId);
  const fresh = listed(view.materials).filter(({ textId }) => !seen.has(textId));
  const last = view.me.staff ? undefined : fresh.at(-1);
  const text = last && words.shared(last.name, last.title);
  useEffect(() => {
    if (text) announce(text);
  }, [text]);
  if (!text || panel === 'materials') return null;
  return (
    <section className={share.card} aria-label={words.panel}>
      <IconFileText className={share.icon} size={24} stroke={1.75} aria-hidden />
      <p className={share.words}>{text}</p>
      <Button onClick={() => togglePanel('materials')}>{words.openPanel}</Button>
      <Button
        variant="subtle"
        onClick={() =>
          seeMaterials(
            sessionId,
            fresh.map(({ textId }) => textId),
          )
        }
      >
        {words.later}
      </Button>
    </section>
  );
}
