import {
  ConnectionState,
  type Participant,
  type RemoteParticipant,
  type RemoteTrackPublication,
  type Room,
  RoomEvent,
  Track,
} from 'livekit-client';
import type { MediaPerson, MediaSnapshot } from './mediaTypes';

/** After any of these the picture of the room may have changed. */
export const telling = [
  RoomEvent.ConnectionStateChanged,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.AudioPlaybackStatusChanged,
  RoomEvent.ParticipantPermissionsChanged,
] as const;

function trackOf(publication: RemoteTrackPublication | undefined) {
  return publication && !publication.isMuted ? (publication.track ?? null) : null;
}

function personOf(participant: RemoteParticipant): MediaPerson {
  const microphone = remotePublication(participant, Track.Source.Microphone);
  return {
    video: trackOf(remotePublication(participant, Track.Source.Camera)),
    audio: microphone?.track ?? null,
    screen: trackOf(remotePublication(participant, Track.Source.ScreenShare)),
    screenAudio: trackOf(remotePublication(participant, Track.Source.ScreenShareAudio)),
    muted: microphone?.isMuted ?? true,
    speaking: participant.isSpeaking,
  };
}

function remotePublication(participant: RemoteParticipant, source: Track.Source): RemoteTrackPublication | undefined {
  // What a sender calls it is not enough: sound that came as a picture would be played beside the one output.
  const kind = source === Track.Source.Camera || source === Track.Source.ScreenShare ? Track.Kind.Video : Track.Kind.Audio;
  return [...participant.trackPublications.values()].find((publication) => publication.source === source && publication.kind === kind);
}

function sends(participant: Participant, source: Track.Source): boolean {
  const publication = participant.getTrackPublication(source);
  return publication !== undefined && !publication.isMuted;
}

/** What the room looks like now. */
export function snapshotOf(room: Room, troubled: boolean): MediaSnapshot {
  const isUp = room.state === ConnectionState.Connected || room.state === ConnectionState.SignalReconnecting;
  const me = room.localParticipant;
  return {
    connection: isUp && !troubled ? 'connected' : 'troubled',
    people: Object.fromEntries([...room.remoteParticipants].map(([identity, participant]) => [identity, personOf(participant)])),
    canPlay: room.canPlaybackAudio,
    speaking: me.isSpeaking,
    videoSent: isUp && sends(me, Track.Source.Camera),
    audioSent: isUp && sends(me, Track.Source.Microphone),
    maySend: me.permissions?.canPublish ?? true,
    line: 'all',
  };
}
