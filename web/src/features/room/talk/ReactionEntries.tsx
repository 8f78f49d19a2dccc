import { reactionEverySeconds, reactionKinds, type ReactionKind } from '@rejoin/shared';
import { talkWords as words } from '../../../lib/talkWords';
import { MenuRow } from '../stage/menu/Menu';
import { MenuItem } from '../stage/menu/MenuItem';
import { useStage } from '../stage/stageContext';
import { useRoom } from '../state/roomContext';
import { serverNow } from '../state/serverClock';
import { reactionIcons } from './reactions';
import { turnSeat } from './turns';

/** Silent signs. "Me too" is said to whose turn it is, or who speaks. */
export function ReactionEntries() {
  const { view, commands } = useRoom();
  const { snapshot } = useStage().live;
  const { seatId, capacity } = view.me;
  if (capacity === 'observer') return null;
  const speaker = () =>
    Object.entries(view.people).find(
      ([id, { identity }]) => id !== seatId && identity !== undefined && snapshot.people[identity]?.speaking,
    )?.[0];
  const give = (kind: ReactionKind) => {
    const last = view.talk.reactions[seatId];
    if (last && serverNow() - Date.parse(last.at) < reactionEverySeconds * 1_000) return;
    const turn = turnSeat(view);
    const to = kind === 'meToo' ? (turn !== seatId && turn !== undefined ? turn : speaker()) : undefined;
    commands.run({ type: 'react', kind, ...(to === undefined ? {} : { to }) });
  };
  return (
    <MenuRow>
      {reactionKinds.map((kind) => (
        <MenuItem key={kind} icon={reactionIcons[kind]} label={words.reactions[kind]} onClick={() => give(kind)} />
      ))}
    </MenuRow>
  );
}
