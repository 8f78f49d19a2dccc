/** "2nd", "3rd", "11th". */
export function nth(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  const end = teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${end}`;
}

/** What people read about hands, rounds and signs. */
export const talkWords = {
  raise: 'Raise hand',
  lower: 'Lower hand',
  short: 'Hand',
  yourTurn: 'It is your turn',
  yourTurnHint: 'Take the time you need.',
  yourTurnRound: 'Take the time you need. You can also pass.',
  turnMic: 'You can turn your microphone on now.',
  done: 'Done',
  pass: 'Pass',
  next: 'You are next',
  place: (place: number) => (place === 1 ? 'You are next' : `You are ${nth(place)}`),
  handUp: 'Your hand is up',
  turnOf: (name: string) => `${name} has the turn`,
  oneVoice: 'One voice at a time',
  oneVoiceHint: 'Your microphone is off until your turn.',
  oneVoiceOver: 'You can turn your microphone on again.',
  rests: 'Your microphone rests: one voice at a time',
  handMark: (place: number) => (place === 0 ? 'Has the turn' : place === 1 ? 'Hand is up, next' : `Hand is up, ${nth(place)}`),
  turnMark: 'Has the turn',
  meToo: (count: number) => (count === 1 ? '1 other: me too' : `${count} others: me too`),
  reactions: {
    thumbsUp: 'Thumbs up',
    heart: 'Heart',
    meToo: 'Me too',
    thanks: 'Thank you',
    smile: 'Smile',
  },
};
