import { expect, type Page } from '@playwright/test';

/** What a page takes in, by its own RTP statistics: added over all remote tracks. */
export interface Received {
  /** Remote video tracks of which frames were decoded. */
  videos: number;
  framesDecoded: number;
  /** Power of all remote sound, as it comes into the page's one output, added up over time: grows only while there is sound. */
  audioEnergy: number;
  iceServers: string[];
}

/**
 * Runs in the page before anything else: keeps every peer connection, to ask it later, and adds up the power of remote sound.
 * The statistics of a connection know nothing of sound that is played by Web Audio beside a silent element.
 */
export function watchMedia(): void {
  const kept: RTCPeerConnection[] = [];
  const remote = new Set<string>();
  const sound = { energy: 0 };
  const watchSound = (analyser: AnalyserNode) => {
    const wave = new Float32Array(analyser.fftSize);
    setInterval(() => {
      analyser.getFloatTimeDomainData(wave);
      for (const one of wave) sound.energy += (one * one) / analyser.context.sampleRate;
    }, 80);
  };
  const real = AudioNode.prototype.connect;
  const heard = new WeakSet<AudioNode>();
  AudioNode.prototype.connect = function connect(this: AudioNode, ...to: Parameters<typeof real>) {
    const made = Reflect.apply(real, this, to);
    if (!(this instanceof MediaStreamAudioSourceNode) || heard.has(this)) return made;
    if (!this.mediaStream.getAudioTracks().some(({ id }) => remote.has(id))) return made;
    heard.add(this);
    const analyser = new AnalyserNode(this.context, { fftSize: 4_096 });
    Reflect.apply(real, this, [analyser]);
    watchSound(analyser);
    return made;
  } as typeof real;
  const Real = window.RTCPeerConnection;
  class Watched extends Real {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      kept.push(this);
      this.addEventListener('track', ({ track }) => remote.add(track.id));
    }
  }
  window.RTCPeerConnection = Watched;
  Object.assign(window, { rejoinPeers: kept, rejoinSound: sound });
}

export async function receivedMedia(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const peers: RTCPeerConnection[] = Reflect.get(window, 'rejoinPeers');
    const sound: { energy: number } = Reflect.get(window, 'rejoinSound');
    const total = { videos: 0, framesDecoded: 0, audioEnergy: sound.energy, iceServers: new Array<string>() };
    for (const peer of peers) {
      if (peer.connectionState === 'closed') continue;
      total.iceServers.push(...(peer.getConfiguration().iceServers ?? []).flatMap((server) => server.urls));
      const reports: Iterable<Partial<RTCInboundRtpStreamStats>> = (await peer.getStats()).values();
      for (const { type, kind, framesDecoded = 0 } of reports) {
        if (type !== 'inbound-rtp') continue;
        if (kind === 'video' && framesDecoded > 0) total.videos += 1;
        total.framesDecoded += framesDecoded;
      }
    }
    return total;
  });
}

interface WatchedPicture {
  painted: number;
  longest: number;
}

/**
 * Starts measuring the longest time between two painted frames of the remote videos on the page, by when they came in: a
 * machine that is busy with something else paints late, but loses no picture.
 */
export async function watchPictureGaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const videos = [...document.querySelectorAll<HTMLVideoElement>('section:not([aria-label="You"]) video')];
    const watched = videos.map((video) => {
      const picture = { painted: 0, longest: 0 };
      let last: number | null = null;
      const painted: VideoFrameRequestCallback = (now, { receiveTime = now }) => {
        picture.painted += 1;
        picture.longest = Math.max(picture.longest, receiveTime - (last ?? receiveTime));
        last = receiveTime;
        video.requestVideoFrameCallback(painted);
      };
      video.requestVideoFrameCallback(painted);
      return picture;
    });
    Object.assign(window, { rejoinWatched: watched });
  });
}

/** Milliseconds, up to a frame that is still to come: a picture that stands still, or has left the page, never answers. */
export async function longestPictureGap(page: Page): Promise<number> {
  const before = await watchedPictures(page);
  await expect
    .poll(async () => (await watchedPictures(page)).map(({ painted }, at) => painted > (before[at]?.painted ?? 0)))
    .not.toContain(false);
  return Math.max(...(await watchedPictures(page)).map(({ longest }) => longest));
}

async function watchedPictures(page: Page): Promise<WatchedPicture[]> {
  return page.evaluate(() => {
    const watched: WatchedPicture[] = Reflect.get(window, 'rejoinWatched');
    return watched;
  });
}

/** Resolves when the media server has answered on a signalling connection that is made after this call. */
export function signallingAgain(page: Page): Promise<void> {
  return new Promise((resolve) => {
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).pathname.startsWith('/rtc')) socket.once('framereceived', () => resolve());
    });
  });
}

/** Frames and bytes of remote video, and the energy of remote sound, so far. */
export interface ReceivedSoFar {
  frames: number;
  bytes: number;
  energy: number;
}

async function receivedSoFar(page: Page): Promise<ReceivedSoFar> {
  return page.evaluate(async () => {
    const peers: RTCPeerConnection[] = Reflect.get(window, 'rejoinPeers');
    const sound: { energy: number } = Reflect.get(window, 'rejoinSound');
    const total = { frames: 0, bytes: 0, energy: sound.energy };
    for (const peer of peers.filter(({ connectionState }) => connectionState !== 'closed')) {
      const reports: Iterable<Partial<RTCInboundRtpStreamStats>> = (await peer.getStats()).values();
      for (const { type, kind, framesDecoded = 0, bytesReceived = 0 } of reports) {
        if (type !== 'inbound-rtp' || kind === 'audio') continue;
        [total.frames, total.bytes] = [total.frames + framesDecoded, total.bytes + bytesReceived];
      }
    }
    return total;
  });
}

/** What came between two looks of a poll: the first look compares with nothing. */
export function receivedSince(page: Page): () => Promise<ReceivedSoFar | null> {
  let last: ReceivedSoFar | null = null;
  return async () => {
    const [before, now] = [last, await receivedSoFar(page)];
    last = now;
    return before && { frames: now.frames - before.frames, bytes: now.bytes - before.bytes, energy: now.energy - before.energy };
  };
}

/** Runs in the page before anything else: the microphone gives one tone that does not stop, as a voice that speaks on. */
export function speakSteadily(): void {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wish) => {
    const stream = await real(wish);
    if (!wish?.audio) return stream;
    const context = new AudioContext();
    const tone = new OscillatorNode(context, { frequency: 300 });
    const out = context.createMediaStreamDestination();
    tone.connect(new GainNode(context, { gain: 0.4 })).connect(out);
    tone.start();
    stream.getAudioTracks().forEach((track) => stream.removeTrack(track));
    out.stream.getAudioTracks().forEach((track) => stream.addTrack(track));
    return stream;
  };
}
