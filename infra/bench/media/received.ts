import type { CDPSession, Page } from '@playwright/test';

declare global {
  interface Window {
    benchPeers: RTCPeerConnection[];
  }
}

/** To be run in a page before anything else. */
export function keepPeers(): void {
  window.benchPeers = [];
  const Real = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Real {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      window.benchPeers.push(this);
    }
  };
}

/** What a page has taken in so far: bytes and decoded frames of all remote pictures and sounds, and how many pictures move. */
export interface Received {
  bytes: number;
  frames: number;
  pictures: number;
}

export function receivedOn(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const sum = { bytes: 0, frames: 0, pictures: 0 };
    for (const peer of window.benchPeers) {
      (await peer.getStats()).forEach((one: RTCInboundRtpStreamStats) => {
        if (one.type !== 'inbound-rtp') return;
        sum.bytes += (one.bytesReceived ?? 0) + (one.headerBytesReceived ?? 0);
        sum.frames += one.framesDecoded ?? 0;
        if ((one.framesDecoded ?? 0) > 0) sum.pictures += 1;
      });
    }
    return sum;
  });
}

export interface Load {
  /** Share of one core that the page's main thread used. */
  mainThread: number;
  heapMegabytes: number;
  framesPerSecond: number;
  kbps: number;
}

async function metricsOf(devtools: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

/** What a page does and takes in over some seconds. */
export async function measureLoad(page: Page, seconds: number): Promise<Load> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const [before, used, began] = [await receivedOn(page), await metricsOf(devtools), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  const [after, usedAfter, passed] = [await receivedOn(page), await metricsOf(devtools), (performance.now() - began) / 1_000];
  await devtools.send('HeapProfiler.collectGarbage');
  const heap = (await metricsOf(devtools)).get('JSHeapUsedSize') ?? NaN;
  await devtools.detach();
  return {
    mainThread: ((usedAfter.get('TaskDuration') ?? NaN) - (used.get('TaskDuration') ?? NaN)) / passed,
    heapMegabytes: heap / 1_000_000,
    framesPerSecond: (after.frames - before.frames) / passed,
    kbps: ((after.bytes - before.bytes) * 8) / 1_000 / passed,
  };
}
