import type { Browser, LaunchOptions, PlaywrightWorkerArgs } from '@playwright/test';
import { type Line, openLine } from '../../infra/src/line.ts';
import { mediaOverLine } from '../../infra/src/media-over-line.ts';
import type { Stack } from '../../infra/src/stack.ts';
import type { Somebody } from './seed.ts';
import { Visitor } from './visitor.ts';

/** A person whose browser has a network of its own between it and everything of ours. */
export interface Far {
  visitor: Visitor;
  line: Line;
  close(): Promise<void>;
}

interface Options {
  playwright: PlaywrightWorkerArgs['playwright'];
  launchOptions: LaunchOptions;
  stack: Stack;
  somebody: Somebody;
}

export async function openFar({ playwright, launchOptions, stack, somebody }: Options): Promise<Far> {
  const line = await openLine({ tcp: stack.port, udp: stack.livekit.udpPort });
  const rule = `--host-resolver-rules=MAP localhost:${stack.port} 127.0.0.1:${line.tcp}`;
  const browser: Browser = await playwright.chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), rule] });
  const visitor = await Visitor.open(browser, stack, somebody);
  await visitor.context.addInitScript(mediaOverLine, line.udp);
  const close = async () => {
    await browser.close();
    await line.close();
  };
  return { visitor, line, close };
}
