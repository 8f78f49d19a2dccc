import { IconVideo, IconVideoOff } from '@tabler/icons-react';
import { Initial } from '../../../ui/Initial';
import { OwnVideo } from '../media/OwnVideo';
import { useLocalMediaState } from '../media/useLocalMedia';
import { useRoom } from '../state/roomContext';
import classes from './OwnPreview.module.css';

/** How one will be seen, before anybody sees it. */
export function OwnPreview() {
  const { media, view } = useRoom();
  const { camera } = useLocalMediaState(media);
  const shows = camera.on && camera.track !== null;
  return (
    <section className={classes.card} aria-label="Your picture, only for you">
      {shows && camera.track ? (
        <OwnVideo track={camera.track} />
      ) : (
        <div className={classes.empty}>
          <Initial name={view.me.name} size="xl" />
          <p>{camera.opening ? 'Your browser may ask to use the camera. Please choose Allow.' : 'Your camera is off'}</p>
        </div>
      )}
      <div className={classes.foot}>
        <span className={classes.name}>{view.me.name}</span>
        <button type="button" className={classes.toggle} data-on={camera.on || undefined} onClick={() => media.set('camera', !camera.on)}>
          {camera.on ? <IconVideo size={20} aria-hidden /> : <IconVideoOff size={20} aria-hidden />}
          {camera.on ? 'Turn camera off' : 'Turn camera on'}
        </button>
      </div>
    </section>
  );
}
