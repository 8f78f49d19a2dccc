export type Kind = 'camera' | 'microphone';

/** Why there is no picture or sound from here, in the words that the help is chosen by. */
export type Trouble = 'blocked' | 'missing' | 'busy' | 'unsupported' | 'failed';

export interface Choice {
  id: string;
  label: string;
}

const troubles: Record<string, Trouble> = {
  NotAllowedError: 'blocked',
  SecurityError: 'blocked',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

function troubleOf(error: unknown): Trouble {
  return (error instanceof Error && troubles[error.name]) || 'failed';
}

/** Enough for a face in a group, little enough for an old phone. */
function videoOf(deviceId: string | null): MediaTrackConstraints {
  return {
    width: { ideal: 960 },
    height: { ideal: 540 },
    frameRate: { ideal: 24, max: 30 },
    ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'user' }),
  };
}

function audioOf(deviceId: string | null): MediaTrackConstraints {
  return { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...(deviceId ? { deviceId: { exact: deviceId } } : {}) };
}

export type Wish = Partial<Record<Kind, string | null>>;
export type Got = Partial<Record<Kind, MediaStreamTrack | Trouble>>;

async function open(wish: Wish): Promise<Got> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: wish.camera === undefined ? false : videoOf(wish.camera),
    audio: wish.microphone === undefined ? false : audioOf(wish.microphone),
  });
  return { camera: stream.getVideoTracks()[0], microphone: stream.getAudioTracks()[0] };
}

/** One device; a chosen one that is gone gives way to the standard one. */
async function openOne(kind: Kind, deviceId: string | null): Promise<Got> {
  try {
    return await open({ [kind]: deviceId });
  } catch (error) {
    const trouble = troubleOf(error);
    return deviceId !== null && trouble === 'missing' ? openOne(kind, null) : { [kind]: trouble };
  }
}

/** Opens what is wished for with one question to the person; one device may fail without the other. */
export async function openDevices(wish: Wish): Promise<Got> {
  const kinds = (['camera', 'microphone'] as const).filter((kind) => wish[kind] !== undefined);
  if (!navigator.mediaDevices?.getUserMedia) return Object.fromEntries(kinds.map((kind) => [kind, 'unsupported'] as const));
  if (kinds.length > 1) {
    const both = await open(wish).catch(() => null);
    if (both) return both;
  }
  const got: Got = {};
  for (const kind of kinds) got[kind] = (await openOne(kind, wish[kind] ?? null))[kind];
  return got;
}

const kindOf = { videoinput: 'camera', audioinput: 'microphone' } as const;

/** The devices one can choose from; without permission they have no names and are left out. */
export async function listDevices(): Promise<Record<Kind, Choice[]>> {
  const found: Record<Kind, Choice[]> = { camera: [], microphone: [] };
  const all = await navigator.mediaDevices?.enumerateDevices().catch(() => []);
  for (const { kind, deviceId, label } of all ?? []) {
    if (kind === 'audiooutput' || !deviceId || !label) continue;
    found[kindOf[kind]].push({ id: deviceId, label });
  }
  return found;
}
