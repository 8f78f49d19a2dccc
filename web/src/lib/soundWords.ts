/** How sound and screen should be. */
export const feelWords = {
  title: 'How it should feel',
  lead: 'It goes with you to each of your devices. Staff see it in one line. Nobody else does.',
  sound: 'Sound',
  ceiling: 'How loud it may get',
  ceilingHint: 'No sound gets louder than this, even when someone shouts.',
  soft: 'Soft',
  loud: 'Loud',
  hear: 'Hear how loud that is',
  softHighs: 'Soften sharp sounds',
  softHighsHint: 'High sounds come in more gently.',
  screen: 'Screen',
  dim: 'Calmer screen',
  dimHint: 'Less bright, with softer colors.',
  largerText: 'Larger text',
  largerTextHint: 'All words and buttons grow.',
  reducedMotion: 'Less movement',
  reducedMotionHint: 'Nothing slides or fades.',
  hidesSelf: 'Start without my own picture',
  hidesSelfHint: 'Others still see you. In the room you can turn it on.',
  kept: 'This is kept.',
  done: 'This is right for me',
} as const;

/** What a person hears in the room. */
export const soundWords = {
  panel: 'Sound and screen',
  hush: 'Silence the room',
  hushHint: 'You hear nobody. You stay in the room.',
  hushed: 'The room is silent for you.',
  hushedHint: 'You are still here, and staff know. You can read and write in the chat.',
  hearAgain: 'Hear the room again',
  heard: 'You hear the room again.',
  hushKey: 'makes the room silent for you, and heard again.',
  louder: 'Louder',
  quieter: 'Softer',
  volume: 'Volume',
  noise: 'Take away noise around me',
  noiseHint: 'A fan, the street or a dog are sent less. This runs on your own device.',
  noNoise: 'This browser cannot do that. Your microphone works as before.',
  speaker: 'Loudspeaker',
  play: 'Play a soft tone',
} as const;

/** When somebody speaks and nobody hears them. */
export const hearingWords = {
  deaf: "We can't hear you",
  deafHint:
    'Your microphone is on, but no sound comes from it. It may have a switch of its own. Or choose another one: press More, then Camera and microphone.',
  off: "We can't hear you",
  offHint: 'Your microphone is off. If you are talking to somebody near you, that is all right.',
  turnOn: 'Turn microphone on',
  allRight: 'All right',
  never: 'Do not tell me this',
  choice: 'Tell me when nobody can hear me',
  choiceHint: 'For this your device listens to your microphone, also while it is off. Nothing is kept, and nothing is sent.',
  held: { microphone: 'A call or another app has your microphone.', camera: 'A call or another app has your camera.' },
  heldHint: 'We go on as soon as it is free. You do not need to do anything.',
} as const;
