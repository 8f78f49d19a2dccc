import { memo } from 'react';
import { OwnVideo } from '../media/OwnVideo';
import { RemoteVideo } from '../media/RemoteVideo';
import { useLocalMediaState } from '../media/useLocalMedia';
import { useRoom } from '../state/roomContext';
import { useStage } from './stageContext';
import { Tile } from './Tile';
import { ownTile, type TileOf, tileOf } from './tiles';

interface Props {
  tile: TileOf;
  large?: boolean;
}

function isSame({ tile: a, large: wasLarge }: Props, { tile: b, large }: Props): boolean {
  return wasLarge === large && (Object.keys(a) as (keyof TileOf)[]).every((key) => a[key] === b[key]);
}

const DrawnTile = memo(function DrawnTile({ tile, large }: Props) {
  return (
    <Tile tile={tile} large={large}>
      {tile.video && <RemoteVideo track={tile.video} name={tile.name} />}
    </Tile>
  );
}, isSame);

/** Somebody else. Drawn again only when something about this person has changed. */
export function RemoteTile({ seatId, wanted, large }: { seatId: string; wanted: boolean; large?: boolean }) {
  const { view } = useRoom();
  const { live, seeing } = useStage();
  const person = view.people[seatId];
  if (!person) return null;
  const isPinned = seeing.pinned === seatId;
  const tile = tileOf({ ...person, seatId }, live.snapshot, { wanted, pinned: isPinned });
  // Whoever is large needs no frame to be found, and none that flickers.
  return <DrawnTile tile={large ? { ...tile, speaking: false } : tile} large={large} />;
}

/** Oneself, as in a mirror. */
export function OwnTile() {
  const { view } = useRoom();
  const { snapshot } = useStage().live;
  return <DrawnOwnTile tile={ownTile(view, snapshot)} />;
}

const DrawnOwnTile = memo(function DrawnOwnTile({ tile }: { tile: TileOf }) {
  return (
    <Tile tile={tile}>
      <OwnPicture />
    </Tile>
  );
}, isSame);

function OwnPicture() {
  const { media } = useRoom();
  const { camera } = useLocalMediaState(media);
  return camera.on && camera.track ? <OwnVideo track={camera.track} /> : null;
}
