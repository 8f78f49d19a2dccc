import { Button } from '@mantine/core';
import type { LeavingAnswer } from '@rejoin/shared';
import { useState } from 'react';
import { useHelp } from '../../../lib/help';
import { GetHelpDialog } from '../../../ui/GetHelpDialog';
import { Note } from '../../../ui/Note';
import { useRoom } from '../state/roomContext';
import classes from './LeavingQuestion.module.css';

const answers: Record<LeavingAnswer, string> = { fine: 'I’m fine', call: 'Please call me', unsafe: 'I’m not safe' };

const thanks: Record<LeavingAnswer, { title: string; text: string }> = {
  fine: { title: 'Thank you', text: 'Staff see that you are fine. Take good care.' },
  call: {
    title: 'Staff see that you want a call',
    text: 'They call you at the number you gave. They may still be with the group, so it can take a while.',
  },
  unsafe: {
    title: 'Staff see it now',
    text: 'They call you at the number you gave. Do not wait for it if you need someone right now: call or text 988, or call 911 and say first where you are.',
  },
};

/** Asked of everyone who is out, on the page that they see then: nobody has to answer, and only staff read it. */
export function LeavingQuestion() {
  const { view, commands } = useRoom();
  const [answer, setAnswer] = useState<LeavingAnswer | null>(null);
  const [skipped, setSkipped] = useState(false);
  const [helping, setHelping] = useState(false);
  const help = useHelp();
  const { staff, capacity, leaving } = view.me;
  if (staff || capacity === 'observer' || skipped) return null;
  const choose = (chosen: LeavingAnswer) => {
    setAnswer(chosen);
    setHelping(chosen === 'unsafe');
    commands.run({ type: 'answerLeaving', answer: chosen });
  };
  return (
    <>
      {answer ? (
        <Answered answer={answer} mark={leaving?.answer === answer ? leaving.mark : undefined} onHelp={() => setHelping(true)} />
      ) : (
        <section className={classes.question} aria-labelledby="leaving-question">
          <h2 id="leaving-question">How are you right now?</h2>
          <p>Only staff read this. You do not have to answer.</p>
          <div className={classes.answers}>
            {(['fine', 'call', 'unsafe'] as const).map((one) => (
              <Button key={one} variant="default" onClick={() => choose(one)}>
                {answers[one]}
              </Button>
            ))}
            <Button variant="subtle" onClick={() => setSkipped(true)}>
              Skip
            </Button>
          </div>
        </section>
      )}
      <GetHelpDialog opened={helping} onClose={() => setHelping(false)} help={help} />
    </>
  );
}

interface AnsweredProps {
  answer: LeavingAnswer;
  mark: 'seen' | 'called' | undefined;
  onHelp: () => void;
}

function Answered({ answer, mark, onHelp }: AnsweredProps) {
  const { commands } = useRoom();
  const isSending = commands.isRunning({ type: 'answerLeaving', answer });
  const { title, text } = thanks[answer];
  return (
    <Note tone={answer === 'fine' ? 'good' : 'info'} title={isSending ? 'Sending…' : title} live>
      {text}
      {mark && ' Someone has read it.'}
      {commands.error && ' This may not have reached staff. Please call your program.'}
      {answer === 'unsafe' && (
        <div className={classes.answers}>
          <Button variant="default" onClick={onHelp}>
            Get help now
          </Button>
        </div>
      )}
    </Note>
  );
}
