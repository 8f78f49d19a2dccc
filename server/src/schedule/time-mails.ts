/** "Tuesday, November 24, 1:00 PM EST", where the reader is. */
export function whenIn(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}

const signsNobodyIn = 'This mail does not sign you in: the page asks who you are.';

/** What we write about times: no clinical word, no name, nothing of what it is about. */
export const timeMails = {
  made: (when: string, page: string) => ({
    subject: 'A time for you',
    text: `A time is set for you:\n\n${when}\n\nOpen this page when it is time. You can also open it a little early:\n\n${page}\n\n${signsNobodyIn}`,
  }),
  moved: (before: string, when: string, page: string) => ({
    subject: 'Your time has moved',
    text: `Your time is now:\n\n${when}\n\nIt was: ${before}\n\nOpen this page when it is time:\n\n${page}\n\n${signsNobodyIn}`,
  }),
  calledOff: (when: string, phone: string) => ({
    subject: 'Your time is called off',
    text: `This time does not take place:\n\n${when}\n\nYour other times stay as they are.${phone ? ` If you want to talk, call ${phone}.` : ''}`,
  }),
};
