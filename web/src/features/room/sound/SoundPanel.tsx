import { soundWords as words } from '../../../lib/soundWords';
import { feelWords } from '../../../lib/soundWords';
import { useSensory } from '../../../lib/sensory';
import { playLoudest } from '../../../lib/sound/sound';
import { ErrorNote } from '../../../ui/ErrorNote';
import { FeelFields } from '../../../ui/FeelFields';
import classes from '../panels/Panel.module.css';
import own from './SoundPanel.module.css';

/** The same as before the first day, with immediate effect. */
export function SoundPanel() {
  const { profile, change, error } = useSensory();
  return (
    <div className={classes.body}>
      <div className={own.fields}>
        <FeelFields profile={profile} onChange={change} onHear={playLoudest} />
        <ErrorNote error={error} />
        <p className={classes.hint}>{feelWords.lead}</p>
        <p className={classes.hint}>
          <kbd>Q</kbd> {words.hushKey}
        </p>
      </div>
    </div>
  );
}
