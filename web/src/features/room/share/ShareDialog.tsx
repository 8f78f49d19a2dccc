import { Button, Checkbox } from '@mantine/core';
import { IconScreenShare } from '@tabler/icons-react';
import { useState } from 'react';
import { shareWords as words } from '../../../lib/shareWords';
import { Note } from '../../../ui/Note';
import { PlainDialog } from '../../../ui/PlainDialog';
import { useRoom } from '../state/roomContext';
import classes from './Share.module.css';
import { askToShare } from './shareDialog';
import { useShareScreen } from './useShareScreen';

/** Before a screen is shown: what others will see, and whether they hear it too. */
export function ShareDialog() {
  const { view } = useRoom();
  const { start, problem } = useShareScreen();
  const [withSound, setWithSound] = useState(false);
  const close = () => askToShare(false);
  return (
    <PlainDialog opened onClose={close} title={words.ask}>
      <p className={classes.hint}>{words.askHint}</p>
      {view.me.staff && <p className={classes.hint}>{words.coverHint}</p>}
      <Checkbox
        className={classes.choice}
        size="md"
        label={words.soundToo}
        description={words.soundTooHint}
        checked={withSound}
        onChange={({ currentTarget }) => setWithSound(currentTarget.checked)}
      />
      {problem && (
        <Note tone="warning" live>
          {problem}
        </Note>
      )}
      <div className={classes.buttons}>
        <Button
          leftSection={<IconScreenShare size={20} aria-hidden />}
          onClick={() => void start(withSound).then((isShown) => isShown && close())}
        >
          {words.choose}
        </Button>
        <Button variant="default" onClick={close}>
          {words.notNow}
        </Button>
      </div>
    </PlainDialog>
  );
}
