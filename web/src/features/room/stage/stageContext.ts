import { createContext, use } from 'react';
import type { UsedChat } from '../chat/useChat';
import type { UsedMediaRoom } from '../media/useMediaRoom';
import type { PanelName } from '../panels/panels';
import type { UsedSeeing } from './seeing/useSeeing';

interface StageHere {
  live: UsedMediaRoom;
  chat: UsedChat;
  panel: PanelName | null;
  togglePanel: (name: PanelName) => void;
  closePanel: () => void;
  seeing: UsedSeeing;
  /** Puts the stage out of reach until the answer is called: for a layer that lies over it. */
  cover: () => () => void;
}

export const StageContext = createContext<StageHere | null>(null);

/** What only the page of the running room has; below `Stage`. */
export function useStage(): StageHere {
  const stage = use(StageContext);
  if (!stage) throw new Error('useStage belongs inside the stage');
  return stage;
}
