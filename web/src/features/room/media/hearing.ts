/** One look at what the microphone picks up, whether or not it is sent. */
export interface Sound {
  at: number;
  /** From 0 to 1. */
  loudness: number;
  /** Not even the noise that every working microphone has. */
  nothing: boolean;
}

/** How the microphone stands with the person. */
export interface Standing {
  on: boolean;
  /** When it was last turned on or off. */
  since: number;
  /** It was on before, by the person's own hand, since they came in. */
  wasOn: boolean;
  /** Nobody would rather not be heard now: no wish for today, no turn of somebody else. */
  meansToBeHeard: boolean;
}

/** `deaf`: on, and nothing comes from it. `off`: somebody speaks, and it is off. */
export type Unheard = 'deaf' | 'off';

const untriedMs = 8_000;
const triedMs = 20_000;
/** Whoever has just turned it off wants to be alone with somebody. */
const onPurposeMs = 60_000;
const speech = 0.02;
const speakingMs = 1_500;
const lookMs = 200;

/**
 * Notices who speaks and is not heard. It would rather say nothing than trouble somebody who chose to be quiet: who came in muted
 * and stayed so, who wishes it so today, whose turn it is not, who turned it off a moment ago.
 */
export class Hearing {
  private nothingSince: number | null = null;
  private everHeard = false;
  private spokenMs = 0;
  private told: number | null = null;

  /** What to tell now; each time that the microphone is off is told of once. */
  hear(sound: Sound, standing: Standing): Unheard | null {
    if (sound.nothing) this.nothingSince ??= sound.at;
    else this.nothingSince = null;
    this.everHeard ||= !sound.nothing;
    return standing.on ? this.deaf(sound.at, standing) : this.spokenTo(sound, standing);
  }

  private deaf(at: number, { since }: Standing): Unheard | null {
    this.spokenMs = 0;
    if (this.nothingSince === null) return null;
    const forMs = at - Math.max(this.nothingSince, since);
    return forMs >= (this.everHeard ? triedMs : untriedMs) ? 'deaf' : null;
  }

  private spokenTo({ at, loudness }: Sound, { since, wasOn, meansToBeHeard }: Standing): Unheard | null {
    const mayTell = wasOn && meansToBeHeard && at - since >= onPurposeMs && this.told !== since;
    this.spokenMs = mayTell ? Math.max(0, this.spokenMs + (loudness > speech ? lookMs : -lookMs / 2)) : 0;
    if (this.spokenMs < speakingMs) return null;
    this.told = since;
    return 'off';
  }
}

/** Listens to a copy of the track, on this device only: nothing of it is kept or sent. */
export function listen(track: MediaStreamTrack, onSound: (sound: Sound) => void): () => void {
  const copy = track.clone();
  copy.enabled = true;
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  context.createMediaStreamSource(new MediaStream([copy])).connect(analyser);
  const wave = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    if (context.state !== 'running') return;
    analyser.getFloatTimeDomainData(wave);
    const power = wave.reduce((sum, value) => sum + value * value, 0) / wave.length;
    onSound({ at: Date.now(), loudness: Math.sqrt(power), nothing: power === 0 });
  }, lookMs);
  return () => {
    clearInterval(timer);
    copy.stop();
    void context.close();
  };
}
