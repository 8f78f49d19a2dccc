import type { Page } from '@playwright/test';

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

/**
 * Starts measuring the longest time between two painted frames of the remote videos on the page, by when they came in: a
 * machine that is busy with something else paints late, but loses no picture.
 */
export async function watchPictureGaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const gaps = { longest: 0 };
    Object.assign(window, { rejoinGaps: gaps });
    for (const video of document.querySelectorAll<HTMLVideoElement>('section:not([aria-label="You"]) video')) {
      let last: number | null = null;
      const painted: VideoFrameRequestCallback = (now, { receiveTime = now }) => {
        gaps.longest = Math.max(gaps.longest, receiveTime - (last ?? receiveTime));
        last = receiveTime;
        video.requestVideoFrameCallback(painted);
      };
      video.requestVideoFrameCallback(painted);
    }
  });
}

/** Milliseconds. */
export async function longestPictureGap(page: Page): Promise<number> {
  return page.evaluate(() => {
    const gaps: { longest: number } = Reflect.get(window, 'rejoinGaps');
    return gaps.longest;
  });
}
