import type { SessionState } from '../lib/sessionState';
import { StatusBadge, type StatusTone } from './StatusBadge';

const shown: Record<SessionState, { tone: StatusTone; words: string }> = {
  planned: { tone: 'neutral', words: 'Planned' },
  soon: { tone: 'waiting', words: 'About to start' },
  running: { tone: 'active', words: 'Running' },
  finished: { tone: 'good', words: 'Finished' },
  missed: { tone: 'neutral', words: 'Not held' },
  cancelled: { tone: 'problem', words: 'Cancelled' },
};

export function SessionBadge({ state }: { state: SessionState }) {
  const { tone, words } = shown[state];
  return (
    <StatusBadge tone={tone} live={state === 'running'}>
      {words}
    </StatusBadge>
  );
}
