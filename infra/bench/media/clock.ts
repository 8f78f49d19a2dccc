/** When, in milliseconds since 1970 and to a fraction of one: every page on this machine has the same clock. */
export interface Times {
  /** The click that began it. */
  begun: number | null;
  /** The first signalling connection: asked for, and open. */
  asked: number | null;
  open: number | null;
  /** The first media connection of the page that stood. */
  connected: number | null;
  /** The first painted frame of each remote video, in the order they came. */
  frames: number[];
  /** The first painted frame after the mark that the bench sets. */
  mark: number | null;
  after: number | null;
  /** When the page said that something is wrong with the line. */
  told: number | null;
}

declare global {
  interface Window {
    benchTimes: Times;
  }
}

/** To be run in a page before anything else. */
export function keepTimes(button: string): void {
  const now = () => performance.timeOrigin + performance.now();
  const times: Times = { begun: null, asked: null, open: null, connected: null, frames: [], mark: null, after: null, told: null };
  window.benchTimes = times;
  const clicked = ({ target }: Event) => {
    const name = target instanceof Element ? target.closest('button')?.textContent.trim() : undefined;
    if (name === button) times.begun = now();
  };
  document.addEventListener('click', clicked, { capture: true });
  const RealSocket = window.WebSocket;
  window.WebSocket = class extends RealSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      if (!String(url).includes('/rtc')) return;
      times.asked ??= now();
      this.addEventListener('open', () => (times.open ??= now()));
    }
  };
  const remote = new Set<string>();
  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('connectionstatechange', () => {
        if (this.connectionState === 'connected') times.connected ??= now();
      });
      this.addEventListener('track', ({ track }) => remote.add(track.id));
    }
  };
  const watched = new WeakSet<MediaProvider>();
  const watch = (video: HTMLVideoElement, stream: MediaStream) => {
    if (watched.has(stream) || !stream.getVideoTracks().some(({ id }) => remote.has(id))) return;
    watched.add(stream);
    let isFirst = true;
    const painted = () => {
      if (isFirst) times.frames.push(now());
      if (times.mark !== null && now() > times.mark) times.after ??= now();
      isFirst = false;
      if (video.srcObject === stream) video.requestVideoFrameCallback(painted);
    };
    video.requestVideoFrameCallback(painted);
  };
  const real = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    configurable: true,
    get(this: HTMLMediaElement): unknown {
      return real?.get?.call(this);
    },
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      real?.set?.call(this, stream);
      if (this instanceof HTMLVideoElement && stream instanceof MediaStream) watch(this, stream);
    },
  });
}
