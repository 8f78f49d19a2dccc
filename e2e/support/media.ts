import { expect, type Page } from '@playwright/test';

/** What a page takes in, by its own RTP statistics: added over all remote tracks. */
export interface Received {
  /** Remote video tracks of which frames were decoded. */
  videos: number;
  framesDecoded: number;
  /** Sum of squared audio samples over time: grows only while there is sound. */
  audioEnergy: number;
  iceServers: string[];
}

/** Runs in the page before anything else: keeps every peer connection, to ask it later. */
export function watchMedia(): void {
  const kept: RTCPeerConnection[] = [];
  const Real = window.RTCPeerConnection;
  class Watched extends Real {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      kept.push(this);
    }
  }
  window.RTCPeerConnection = Watched;
  Object.assign(window, { rejoinPeers: kept });
}

export async function receivedMedia(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const peers: RTCPeerConnection[] = Reflect.get(window, 'rejoinPeers');
    const total = { videos: 0, framesDecoded: 0, audioEnergy: 0, iceServers: new Array<string>() };
    for (const peer of peers) {
      if (peer.connectionState === 'closed') continue;
      total.iceServers.push(...(peer.getConfiguration().iceServers ?? []).flatMap((server) => server.urls));
      const reports: Iterable<Partial<RTCInboundRtpStreamStats>> = (await peer.getStats()).values();
      for (const { type, kind, framesDecoded = 0, totalAudioEnergy = 0 } of reports) {
        if (type !== 'inbound-rtp') continue;
        if (kind === 'video' && framesDecoded > 0) total.videos += 1;
        total.framesDecoded += framesDecoded;
        if (kind === 'audio') total.audioEnergy += totalAudioEnergy;
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

export async function receivedSoFar(page: Page): Promise<ReceivedSoFar> {
  return page.evaluate(async () => {
    const peers: RTCPeerConnection[] = Reflect.get(window, 'rejoinPeers');
    const total = { frames: 0, bytes: 0, energy: 0 };
    for (const peer of peers.filter(({ connectionState }) => connectionState !== 'closed')) {
      const reports: Iterable<Partial<RTCInboundRtpStreamStats>> = (await peer.getStats()).values();
      for (const { type, kind, framesDecoded = 0, bytesReceived = 0, totalAudioEnergy = 0 } of reports) {
        if (type !== 'inbound-rtp') continue;
        if (kind === 'audio') total.energy += totalAudioEnergy;
        else [total.frames, total.bytes] = [total.frames + framesDecoded, total.bytes + bytesReceived];
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
