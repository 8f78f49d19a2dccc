import { mayBeHeard } from '@rejoin/shared';
import { useEffect } from 'react';
import { useLocalMediaState } from '../media/useLocalMedia';
import { useRoom } from '../state/roomContext';

/** With one voice at a time this page turns its own microphone off. It comes on again only by the person's own hand. */
export function useMicrophoneRest(): void {
  const { view, media } = useRoom();
  const { on } = useLocalMediaState(media).microphone;
  const rests = !mayBeHeard(view);
  useEffect(() => {
    if (rests && on) media.set('microphone', false);
  }, [rests, on, media]);
}
