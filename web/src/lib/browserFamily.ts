import type { BrowserFamily } from '@rejoin/shared';

/** iPads call themselves Macs, and are known by their touch screen. */
function isIos(agent: string, touchPoints: number): boolean {
  return /iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touchPoints > 1);
}

/** The browser, as far as its settings look different. On an iPhone every browser asks in the way of Safari. */
export function browserFamily(agent = navigator.userAgent, touchPoints = navigator.maxTouchPoints): BrowserFamily {
  if (isIos(agent, touchPoints)) return 'safariIos';
  if (/Firefox\//.test(agent)) return 'firefox';
  if (/Android/.test(agent)) return /Chrome\//.test(agent) ? 'chromeAndroid' : 'other';
  if (/Edg\//.test(agent)) return 'edge';
  if (/Chrome\//.test(agent)) return 'chrome';
  return /Macintosh.*Safari\//.test(agent) ? 'safariMac' : 'other';
}
