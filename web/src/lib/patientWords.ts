import { checkInWords, pauseWords } from './pauseWords';
import type { ConsentKind, FirstStep, Overheard, PlaceKind } from '@rejoin/shared';
import { blockedWords, checkWords, systemWords } from './checkWords';
import { talkWords } from './talkWords';
import { checkLinkWords, wishWords } from './wishWords';
import { shareWords } from './shareWords';
import { feelWords, hearingWords, soundWords } from './soundWords';

/** Every sentence that a patient can meet at the gate and in the first steps, in one place to be read together. */
export const gateWords = {
  title: 'Before you go in',
  still: 'Is this still right?',
  right: 'Is this right?',
  lead: 'We ask each time, so that help can find you if you need it. Only staff see it.',
  stillRight: 'Still right',
  isRight: 'Yes, this is right',
  goIn: 'Go in',
  change: 'Change',
  save: 'Save',
  next: 'Next',
  back: 'Go back',
  saved: 'Saved.',
  lines: { place: 'Where you are', overheard: 'Who can hear you', number: 'Where we can call you', driving: 'On the road' },
  place: {
    title: 'Where are you right now?',
    lead: 'If you need help, we send it to this place.',
    kind: 'What kind of place is it?',
    address: 'Address',
    addressHint: 'Street, house number and town.',
    state: 'State',
    stateHint: 'Choose your state',
    another: 'Another place',
    known: 'Choose a place',
  },
  overheard: {
    title: 'Can someone near you hear you?',
    lead: 'Both are fine. Staff then know when you may want to write and not talk.',
    by: 'Who is near? You may leave this empty.',
  },
  number: {
    title: 'What number can we call?',
    lead: 'We call it if the video stops or we lose sight of you.',
    label: 'Phone number',
  },
  notDriving: 'You are not driving',
  amDriving: 'I am driving',
  parked: 'I have parked',
  driving: {
    title: 'Please park first',
    lead: 'We want you to be safe. Find a place to stop, and press the button. Your seat is kept for you.',
  },
  sign: {
    lead: 'Please read this. You may ask us anything before you sign.',
    name: 'Type your name to sign',
    button: 'I agree',
    not: 'Not now',
    copy: 'You find a copy on the page "First steps" at any time.',
  },
  declined: {
    title: 'That is all right',
    lead: 'You do not have to sign. Staff know, and will call you to talk about it. You can also call us.',
    again: 'Read it once more',
  },
  licence: {
    title: 'We cannot start just yet',
    lead: 'You did nothing wrong. The staff of today may not care for people in the state where you are. They know that you are here. They look for a way, and will call you.',
    wait: 'You can leave this page open. It goes on by itself.',
    elsewhere: 'I am in another place',
  },
  hidden: 'Address hidden',
  hide: 'Hide my address on this screen',
  show: 'Show address',
  kept: 'Your answers for today are kept.',
  answerNow: 'Answer the questions of today now',
} as const;

export const placeKindWords: Record<PlaceKind, string> = {
  home: 'Home',
  transitional: 'A shared or recovery home',
  other: 'Another place',
};

export const overheardWords: Record<Overheard, string> = {
  nobody: 'Nobody can hear you',
  someone: 'Someone is near',
};

export const overheardChoiceWords: Record<Overheard, string> = {
  nobody: 'No, nobody can hear me',
  someone: 'Yes, someone is near',
};

const consentWords: Record<ConsentKind, string> = { telehealth: 'Meeting by video', group: 'Being in a group' };

export const firstStepWords: Record<FirstStep, { title: string; lead: string }> = {
  name: { title: 'Your name in the group', lead: 'You choose what others call you. A first name is enough.' },
  identity: { title: 'Is it you?', lead: 'Two things that only you and we know.' },
  number: { title: 'A number to call you', lead: 'We call it if the video stops.' },
  contact: { title: 'Someone to call for you', lead: 'If we are worried and cannot reach you, we call this person.' },
  consents: { title: 'What we agree on', lead: 'Two short texts to read and sign. You keep a copy.' },
  devices: { title: 'Camera, sound and microphone', lead: 'Try them now, in peace. Nobody sees or hears you.' },
  feel: { title: 'How it should feel', lead: 'How loud and how bright. You can change it at any time.' },
  vanish: { title: 'If you suddenly vanish', lead: 'What we do when we lose sight of you.' },
  look: { title: 'A look around', lead: 'See the room while it is empty. Nobody else is there.' },
};

export const firstStepsWords = {
  title: 'First steps',
  lead: 'Do them in any order, when you have time. Each one is kept as soon as it is done.',
  done: 'Done',
  open: 'To do',
  allDone: 'All is ready. We look forward to meeting you.',
  goOn: 'Go on with your first steps',
  save: 'Save',
  kept: 'This is kept.',
  name: {
    display: 'Name',
    displayHint: 'This is what others see.',
    pronouns: 'Pronouns',
    pronounsHint: 'If you like, such as she/her.',
    tile: 'So you look to others',
  },
  identity: {
    family: 'Last name',
    born: 'Date of birth',
    check: 'Send',
    right: 'Thank you. This fits what we have.',
    other:
      'Thank you. Something here is not the same as on our page. That happens. Staff will look at it with you. You can also look at it once more yourself.',
  },
  number: { label: 'Phone number', hint: 'With the area code.' },
  contact: {
    name: 'Name',
    relation: 'Who is this to you?',
    relationHint: 'Such as sister, friend or sponsor.',
    phone: 'Phone number',
    notWhen: 'When may we not call?',
    notWhenHint: 'If there are such times. You may leave this empty.',
  },
  consents: {
    sign: 'I agree',
    name: 'Type your name to sign',
    print: 'Print',
    keep: 'Keep a copy',
    revoke: 'Take it back',
    revokeTitle: 'Take it back?',
    revokeText:
      'You may do this at any time. After that you cannot join by video until you sign again. Staff will call you to talk about other ways.',
    revokeNo: 'Keep it',
    earlier: 'Signed before',
  },
  devices: {
    all: 'Check everything in 20 seconds',
    start: 'Try camera and microphone',
    camera: 'Camera',
    microphone: 'Microphone',
    speaker: 'Sound',
    seen: 'Here you are. Your camera works.',
    noCamera: 'No camera picture yet. You can also join without it.',
    say: 'Say something: the bar moves when your microphone works.',
    heard: 'We hear you. Your microphone works.',
    noMicrophone: 'No sound from your microphone yet.',
    play: 'Play a soft tone',
    heardTone: 'I hear it',
    notHeardTone: 'I do not hear it',
    toneHelp: 'Turn up the sound of your device, or plug in headphones, and play it once more.',
    keep: 'Keep this',
    blocked:
      'Your browser does not give us the camera or microphone. Press the sign beside the web address and choose Allow. Then try again.',
  },
  vanish: {
    first: 'We call you. So have your phone near.',
    then: 'If we do not reach you, we call the person you named.',
    last: 'If we still do not know that you are safe, we ask local help to look in on you.',
    note: 'Often it is only the internet. Then just come back in: your seat is kept.',
    call: 'You can always call us:',
    button: 'I have read this',
  },
  look: {
    button: 'Go and look',
    again: 'Look again',
    seen: 'I have looked around',
    leave: 'Back to first steps',
    note: 'This is an empty room to look at. Nobody sees or hears you.',
  },
} as const;

export const patientWords = {
  hearingWords,
  talkWords,
  shareWords,
  checkWords,
  checkLinkWords,
  blockedWords,
  systemWords,
  wishWords,
  gateWords,
  placeKindWords,
  overheardWords,
  overheardChoiceWords,
  consentWords,
  firstStepWords,
  firstStepsWords,
  feelWords,
  soundWords,
  pauseWords,
  checkInWords,
};
