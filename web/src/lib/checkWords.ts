import type { BrowserFamily, GearResult, NetworkResult, SpeakerResult, TurnResult } from '@rejoin/shared';

/** What a person can do when the browser does not give the camera or microphone, step by step as it looks there. */
export const blockedWords: Record<BrowserFamily, readonly string[]> = {
  chrome: [
    'Press the sign at the left end of the web address, at the top of the window.',
    'Turn on Camera and Microphone.',
    'Come back here and press "Try again".',
  ],
  edge: [
    'Press the lock sign at the left end of the web address, at the top of the window.',
    'Set Camera to Allow. Set Microphone to Allow.',
    'Come back here and press "Try again".',
  ],
  chromeAndroid: [
    'Touch the sign at the left end of the web address.',
    'Touch Permissions, and turn on Camera and Microphone.',
    'Come back here and press "Try again".',
  ],
  firefox: [
    'Look for a crossed-out camera or microphone at the left end of the web address. Press it.',
    'Press the small x beside Blocked.',
    'Come back here, press "Try again" and choose Allow.',
  ],
  safariMac: [
    'Press Safari at the top left of your screen, then Settings for this website.',
    'Set Camera to Allow. Set Microphone to Allow.',
    'Come back here and press "Try again".',
  ],
  safariIos: [
    'Touch the small sign beside the web address. Then touch the three dots, if you see them.',
    'Touch Website Settings. Set Camera and Microphone to Allow.',
    'Come back here and press "Try again".',
  ],
  other: [
    'Press the sign beside the web address at the top of the window.',
    'Set Camera to Allow. Set Microphone to Allow.',
    'Come back here and press "Try again".',
  ],
};

/** Where the device itself keeps the camera from all browsers. */
export const systemWords: Partial<Record<BrowserFamily, string>> = {
  chromeAndroid: 'Is it still off? Open the settings of your phone, then Apps, Chrome and Permissions. Allow both there.',
  safariMac: 'Is it still off? Open System Settings, then Privacy and Security. Turn on Safari under Camera and Microphone.',
  safariIos: 'Is it still off? Open Settings on your phone, then Apps and your browser. Allow both there.',
  chrome: 'Is it still off? Look in the privacy settings of your computer. Camera and microphone have to be on for the browser.',
  edge: 'Is it still off? Look in the privacy settings of your computer. Camera and microphone have to be on for the browser.',
};

interface Said {
  now: string;
  next?: string;
}

const cameraWords: Record<GearResult, Said> = {
  good: { now: 'Your camera works.' },
  weak: { now: 'Your picture is very dark.', next: 'Turn on a light in front of you, or open the lid of the camera.' },
  blocked: { now: 'Your browser does not give us the camera.', next: 'You can join without it, or follow the steps below.' },
  none: { now: 'We found no camera.', next: 'You can join without it. If you have one, plug it in and check again.' },
  busy: { now: 'Another app uses your camera.', next: 'Close that app and check again. You can also join without a picture.' },
  failed: { now: 'Your camera did not start.', next: 'Check again. You can also join without a picture.' },
  skipped: { now: 'We did not look at your camera.', next: 'You can join without it.' },
};

const microphoneWords: Record<GearResult, Said> = {
  good: { now: 'We hear you. Your microphone works.' },
  weak: { now: 'We hear very little so far.', next: 'Say something, a bit louder. You can also join and write.' },
  blocked: { now: 'Your browser does not give us the microphone.', next: 'You can join and write, or follow the steps below.' },
  none: { now: 'We found no microphone.', next: 'You can join and write. If you have one, plug it in and check again.' },
  busy: { now: 'Another app uses your microphone.', next: 'Close that app and check again. You can also join and write.' },
  failed: { now: 'Your microphone did not start.', next: 'Check again. You can also join and write.' },
  skipped: { now: 'We did not listen to your microphone.', next: 'You can join and write.' },
};

const speakerWords: Record<SpeakerResult, Said> = {
  good: { now: 'You hear us.' },
  notHeard: { now: 'You did not hear it.', next: 'Turn up the sound of your device, or plug in headphones. Then play it once more.' },
  skipped: { now: 'Press the button to hear a soft tone.' },
};

const networkWords: Record<NetworkResult, Said> = {
  good: { now: 'Your internet is good enough for video.' },
  weak: { now: 'Your internet is slow right now.', next: 'Sit near your router. In the room you can turn pictures off and only listen.' },
  failed: {
    now: 'We could not send video to you and back.',
    next: 'Check your internet, then check again. You can also call your program.',
  },
};

const turnWords: Record<TurnResult, Said> = {
  good: { now: 'There is a second way for strict networks, and it works.' },
  failed: {
    now: 'The second way, for strict networks, does not work here.',
    next: 'You only need it where the first way is closed, as at some schools.',
  },
  notOffered: { now: 'Your program has no second way for strict networks.' },
};

export const checkWords = {
  title: 'Check your device',
  lead: 'This takes less than 20 seconds. Nobody sees or hears you, and nothing is recorded.',
  staffLead: 'Staff see if it worked, so that they can help you.',
  asking: 'Your browser may ask to use the camera and microphone. Please choose Allow.',
  camera: { name: 'Camera', ...cameraWords },
  microphone: { name: 'Microphone', say: 'Say something: the bar moves when we hear you.', ...microphoneWords },
  speaker: { name: 'Sound', play: 'Play a soft tone', yes: 'I hear it', no: 'I do not hear it', ...speakerWords },
  network: { name: 'Internet', ...networkWords },
  turn: { name: 'Second way', ...turnWords },
  looking: 'One moment',
  again: 'Check again',
  back: 'Go on to the session',
  home: 'Back to today',
  steps: 'Back to first steps',
  how: 'How to allow them',
  kept: 'This is kept. You are all set.',
  keptTrouble: 'This is kept. Staff can help you with the rest.',
  notKept: 'We could not keep this. Your check still counts for you.',
  link: 'Check camera, sound and internet',
  fromWaiting: 'Your place is kept while you check.',
  without: 'You can join without them, too.',
  words: { good: 'Works', weak: 'Weak', bad: 'Does not work', none: 'Not needed', missing: 'Not there', untried: 'Not tried' },
} as const;
