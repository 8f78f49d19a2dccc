/** Every sentence of "Get help now", in the pages and on the one that stands in without a network. */
export const helpWords = {
  title: 'Get help now',
  call: 'Call',
  text: 'Text',
  crisis: { title: '988', text: 'Talk or write with someone who listens. Day and night, free, in the US.' },
  danger: { title: '911', text: 'You or someone else is in danger. Say first where you are.' },
  program: { title: 'Your program', text: 'The people you know.' },
  installation: { title: 'Help line', text: 'If you cannot get in, or do not know whom to call.' },
  offline: {
    title: 'We cannot reach Rejoin right now',
    text: 'Your internet may be off, or we are back in a moment. Nothing is wrong with your account.',
    again: 'Try again',
  },
} as const;
