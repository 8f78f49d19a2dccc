import { beats, type Line } from './pulse';

const kept = new WeakSet<object>();

/** Whether the path of the media still carries something, and no negotiation on it was cut short. */
async function isWhole(line: Line, proofWithinMs: number): Promise<boolean> {
  const publisher = line.engine.pcManager?.publisher;
  if (publisher?.getConnectionState() !== 'connected' || publisher.getSignallingState() !== 'stable') return false;
  return beats(line, proofWithinMs);
}

/**
 * The client answers every lost signalling line with a new path for the media: the picture stands still while the path is
 * made, and again while its sender starts small. Where media never stopped, the path stays, and one plain offer lets the SFU
 * ask for what it could not ask meanwhile. To be called when the line is lost.
 */
export function keepPath(line: Line, proofWithinMs = 1_000): void {
  const manager = line.engine.pcManager;
  if (!manager || kept.has(manager)) return;
  kept.add(manager);
  const restart = manager.triggerIceRestart.bind(manager);
  manager.triggerIceRestart = async () => ((await isWhole(line, proofWithinMs)) ? manager.createAndSendPublisherOffer() : restart());
}
