import { useCallback, useEffect, useRef } from 'react';
import type { MediaSnapshot } from '../media/mediaTypes';

/** Whether one's own voice went out since it was last asked. */
export function useSpoke({ speaking, audioSent }: Pick<MediaSnapshot, 'speaking' | 'audioSent'>): () => boolean {
  const speaks = speaking && audioSent;
  const now = useRef(speaks);
  const since = useRef(speaks);
  useEffect(() => {
    now.current = speaks;
    if (speaks) since.current = true;
  }, [speaks]);
  return useCallback(() => {
    const spoke = since.current;
    since.current = now.current;
    return spoke;
  }, []);
}
