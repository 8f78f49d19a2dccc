import { memo } from 'react';
import { OwnVideo } from '../media/OwnVideo';
import { RemoteAudio } from '../media/RemoteAudio';
import { RemoteVideo } from '../media/RemoteVideo';
import type { MediaSnapshot } from '../media/mediaTypes';
import { useLocalMediaState } from '../media/useLocalMedia';
import { useRoom } from '../state/roomContext';
import { AloneNote } from './AloneNote';
import { Tile } from './Tile';
import { soundsOf, type TileOf, tilesOf } from './tiles';
import { VideoGrid } from './VideoGrid';

interface Props {
  snapshot: MediaSnapshot;
  selfView: boolean;
}

/** Everyone in the room. */
export function Pictures({ snapshot, selfView }: Props) {
  const { view } = useRoom();
  const tiles = tilesOf(view, snapshot).filter((tile) => selfView || !tile.isMe);
  return (
    <>
      {tiles.length === 0 ? (
        <AloneNote />
      ) : (
        <VideoGrid count={tiles.length}>
          {tiles.map((tile) => (tile.isMe ? <OwnTile key={tile.seatId} tile={tile} /> : <RemoteTile key={tile.seatId} tile={tile} />))}
        </VideoGrid>
      )}
      {soundsOf(view, snapshot).map(({ seatId, track }) => (
        <RemoteAudio key={seatId} track={track} seatId={seatId} />
      ))}
    </>
  );
}

function isSame({ tile: a }: { tile: TileOf }, { tile: b }: { tile: TileOf }): boolean {
  return (Object.keys(a) as (keyof TileOf)[]).every((key) => a[key] === b[key]);
}

const RemoteTile = memo(function RemoteTile({ tile }: { tile: TileOf }) {
  return <Tile tile={tile}>{tile.video && <RemoteVideo track={tile.video} name={tile.name} />}</Tile>;
}, isSame);

function OwnTile({ tile }: { tile: TileOf }) {
  const { media } = useRoom();
  const { camera } = useLocalMediaState(media);
  return <Tile tile={tile}>{camera.on && camera.track ? <OwnVideo track={camera.track} /> : null}</Tile>;
}
