import { mayBeHeard, type RoomView } from '@rejoin/shared';
import { useEffect, useRef, useState } from 'react';
import { Hearing, listen, type Standing, type Unheard } from '../media/hearing';
import { useHearingWanted } from '../media/hearingChoice';
import { useLocalMediaState } from '../media/useLocalMedia';
import { useRoom } from '../state/roomContext';

type Seen = Pick<RoomView, 'talk' | 'break'> & { me: Pick<RoomView['me'], 'seatId' | 'staff' | 'wish' | 'minute'> };

/** Whether somebody who speaks now most likely wants to be heard by the group. */
function meansToBeHeard(view: Seen): boolean {
  const { me, talk } = view;
  const isOthersTurn = talk.round?.now !== undefined && talk.round.now !== me.seatId && !me.staff;
  const wishesQuiet = me.wish !== undefined && me.wish.voice !== 'speak';
  return mayBeHeard(view) && !isOthersTurn && !wishesQuiet && !view.break?.resting && me.minute === undefined;
}

export interface UsedUnheard {
  unheard: Unheard | null;
  dismiss: () => void;
}

/** What to tell the person about their microphone, if anything. */
export function useUnheard(): UsedUnheard {
  const { media, view } = useRoom();
  const wanted = useHearingWanted();
  const { on, track, held } = useLocalMediaState(media).microphone;
  const [told, setTold] = useState<Unheard | null>(null);
  const [dismissed, setDismissed] = useState(false);
  const [toldOf, setToldOf] = useState(on);
  if (toldOf !== on) {
    setToldOf(on);
    setTold(null);
    setDismissed(false);
  }
  const standing = useRef<Standing>({ on, since: 0, wasOn: false, meansToBeHeard: true });
  useEffect(() => {
    standing.current = { on, since: Date.now(), wasOn: standing.current.wasOn || on, meansToBeHeard: standing.current.meansToBeHeard };
  }, [on]);
  useEffect(() => {
    standing.current.meansToBeHeard = meansToBeHeard(view);
  }, [view]);
  useEffect(() => {
    if (!wanted || !track || held) return;
    const hearing = new Hearing();
    return listen(track, (sound) => {
      const now = hearing.hear(sound, standing.current);
      if (now) setTold(now);
      else if (standing.current.on) setTold(null);
    });
  }, [wanted, track, held]);
  return { unheard: wanted && !held && !dismissed ? told : null, dismiss: () => setDismissed(true) };
}
