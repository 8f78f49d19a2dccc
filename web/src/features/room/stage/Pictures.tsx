import { useElementSize } from '@mantine/hooks';
import type { CSSProperties, ReactNode } from 'react';
import { RemoteAudio } from '../media/RemoteAudio';
import { useRoom } from '../state/roomContext';
import { AloneNote } from './AloneNote';
import { OwnTile, RemoteTile } from './PictureTiles';
import { arrange, type Spot } from './seeing/arrange';
import { Observers } from './seeing/Observers';
import { Pager } from './seeing/Pager';
import { PinContext } from './seeing/pinContext';
import classes from './seeing/Seeing.module.css';
import type { SceneOf } from './seeing/scene';
import { useScene } from './seeing/useScene';
import { SlotParts } from './SlotParts';
import { bigParts } from './slots';
import { useStage } from './stageContext';
import { soundsOf } from './tiles';

/** Everyone in the room, as this person wants to see them. */
export function Pictures() {
  const { view } = useRoom();
  const { snapshot } = useStage().live;
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const { scene, seen, observers, hasContent, pin } = useScene({ width, height });
  const isAlone = seen.length === 0 && scene.self !== 'tile' && !hasContent;
  return (
    <PinContext value={pin}>
      <div className={classes.area} ref={ref}>
        {width > 0 && <Places scene={scene} hasContent={hasContent} width={width} height={height} />}
        {isAlone && <AloneNote />}
        {scene.self === 'small' && (
          <div className={classes.self} data-small-self>
            <OwnTile />
          </div>
        )}
      </div>
      <div className={classes.foot}>
        {scene.pages > 1 && <Pager page={scene.page} pages={scene.pages} />}
        <Observers people={observers} />
      </div>
      {soundsOf(view, snapshot).map(({ seatId, track }) => (
        <RemoteAudio key={seatId} track={track} seatId={seatId} />
      ))}
    </PinContext>
  );
}

interface PlacesProps {
  scene: SceneOf;
  hasContent: boolean;
  width: number;
  height: number;
}

function Places({ scene, hasContent, width, height }: PlacesProps) {
  const count = scene.shown.length + (scene.self === 'tile' && scene.page === 0 ? 1 : 0);
  const hasBig = hasContent || scene.big !== null;
  const { big, tiles } = arrange({ count, hasBig, width, height });
  const at = (seatId: string) => ({ wanted: scene.wanted.includes(seatId), seatId });
  return (
    <>
      {hasContent && big && (
        <div className={classes.content} style={{ position: 'absolute', ...big }}>
          <SlotParts of={bigParts} props={{}} />
        </div>
      )}
      {scene.big !== null && big && (
        <Place spot={big}>
          <RemoteTile {...at(scene.big)} large />
        </Place>
      )}
      {scene.shown.map((seatId, index) => (
        <Place key={seatId} spot={tiles[index]}>
          <RemoteTile {...at(seatId)} />
        </Place>
      ))}
      {count > scene.shown.length && (
        <Place key="self" spot={tiles[scene.shown.length]}>
          <OwnTile />
        </Place>
      )}
    </>
  );
}

function Place({ spot, children }: { spot: Spot | undefined; children: ReactNode }) {
  if (!spot) return null;
  const style: CSSProperties & Record<`--${string}`, string> = {
    left: spot.left,
    top: spot.top,
    '--tile-width': `${spot.width}px`,
    '--tile-height': `${spot.height}px`,
  };
  return (
    <div className={classes.place} style={style}>
      {children}
    </div>
  );
}
