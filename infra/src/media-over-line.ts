/**
 * To be run in a page before anything else: its media take the line's port for datagrams and no other way. Where the browser
 * could be reached directly is kept to itself.
 */
export function mediaOverLine(udp: number): void {
  // A test may have put its own class in front.
  let prototype = RTCPeerConnection.prototype;
  while (!Object.hasOwn(prototype, 'createOffer')) prototype = Object.getPrototypeOf(prototype) as RTCPeerConnection;
  const real = { ...Object.getOwnPropertyDescriptors(prototype) };
  const overLine = (candidate: string): string | null => {
    const parts = candidate.split(' ');
    if (parts[2]?.toLowerCase() !== 'udp') return null;
    parts[5] = String(udp);
    return parts.join(' ');
  };
  const changed = ({ type, sdp = '' }: RTCSessionDescriptionInit, change: (candidate: string) => string | null) => {
    const lines = sdp.split('\r\n').flatMap((line) => (line.startsWith('a=candidate:') ? (change(line) ?? []) : line));
    return { type, sdp: lines.join('\r\n') };
  };
  const call = (
    peer: RTCPeerConnection,
    name: 'createOffer' | 'createAnswer' | 'setRemoteDescription' | 'addIceCandidate',
    input: unknown,
  ) => Reflect.apply(real[name].value as (input: unknown) => Promise<never>, peer, [input]);
  Object.assign(prototype, {
    async createOffer(this: RTCPeerConnection, options?: RTCOfferOptions) {
      return changed(await call(this, 'createOffer', options), () => null);
    },
    async createAnswer(this: RTCPeerConnection, options?: RTCAnswerOptions) {
      return changed(await call(this, 'createAnswer', options), () => null);
    },
    setRemoteDescription(this: RTCPeerConnection, given: RTCSessionDescriptionInit) {
      return call(this, 'setRemoteDescription', changed(given, overLine));
    },
    async addIceCandidate(this: RTCPeerConnection, given?: RTCIceCandidateInit) {
      const candidate = given?.candidate ? overLine(given.candidate) : '';
      if (candidate !== null) await call(this, 'addIceCandidate', given && { ...given, candidate });
    },
  });
  // The far end learns where we are by what comes over the line.
  Object.defineProperty(prototype, 'onicecandidate', { set: () => undefined, get: () => null });
}
