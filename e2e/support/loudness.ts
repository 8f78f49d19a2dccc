import type { Page } from '@playwright/test';

/** Runs in the page before anything else: listens to what reaches the loudspeaker, and to what comes in. */
export function listenToOutput(): void {
  const taps: Record<'out' | 'in', AnalyserNode[]> = { out: [], in: [] };
  const tap = (context: BaseAudioContext, kind: 'out' | 'in') => {
    const analyser = new AnalyserNode(context, { fftSize: 32_768, smoothingTimeConstant: 0 });
    taps[kind].push(analyser);
    return analyser;
  };
  const real = AudioNode.prototype.connect;
  const isAnalyser = (node: unknown) => node instanceof AnalyserNode;
  AudioNode.prototype.connect = function connect(this: AudioNode, ...to: Parameters<typeof real>) {
    const [target] = to;
    const made = Reflect.apply(real, this, to);
    if (target instanceof AudioDestinationNode && !isAnalyser(this)) Reflect.apply(real, this, [tap(this.context, 'out')]);
    else if (this instanceof MediaStreamAudioSourceNode && !isAnalyser(target)) Reflect.apply(real, this, [tap(this.context, 'in')]);
    return made;
  } as typeof real;
  Object.assign(window, { rejoinTaps: taps });
}

interface Loudness {
  out: number;
  in: number;
}

/** The loudest sample of the last two thirds of a second, at the loudspeaker and of what came in: 1 is full scale. */
export async function loudness(page: Page): Promise<Loudness> {
  return page.evaluate(() => {
    const taps: Record<'out' | 'in', AnalyserNode[]> = Reflect.get(window, 'rejoinTaps');
    const peak = (analysers: AnalyserNode[]) => {
      let most = 0;
      for (const analyser of analysers) {
        const wave = new Float32Array(analyser.fftSize);
        analyser.getFloatTimeDomainData(wave);
        for (const one of wave) most = Math.max(most, Math.abs(one));
      }
      return most;
    };
    return { out: peak(taps.out), in: peak(taps.in) };
  });
}

/** The loudest of this many seconds; looks often enough to miss nothing. */
export async function loudestFor(page: Page, seconds: number): Promise<Loudness> {
  const most: Loudness = { out: 0, in: 0 };
  for (const until = Date.now() + seconds * 1000; Date.now() < until;) {
    const now = await loudness(page);
    most.out = Math.max(most.out, now.out);
    most.in = Math.max(most.in, now.in);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  }
  return most;
}
