import { Anchor, Button, Group, Textarea } from '@mantine/core';
import { accessWordsOf, type EmergencyReview, type EmergencyVerdict, listEmergencyReviews, reviewEmergencyAccess } from '@rejoin/shared';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { announce } from '../../lib/announce';
import { minutesLater } from '../../lib/days';
import { useMe } from '../../lib/me';
import { useCall, useCommand } from '../../lib/query';
import { formatInstant, formatSpan } from '../../lib/time';
import { listed } from '../../lib/words';
import { ErrorNote } from '../../ui/ErrorNote';
import { StatusBadge } from '../../ui/StatusBadge';
import classes from './StaffDay.module.css';

/** Charts that colleagues opened in an emergency: each waits for the word of a supervisor. */
export function EmergencyReviews() {
  const reviews = useCall(listEmergencyReviews, undefined, { everyMs: 60_000 });
  if (reviews.error && !reviews.data) return <ErrorNote error={reviews.error} onRetry={() => void reviews.refetch()} />;
  if (!reviews.data || reviews.data.length === 0) return null;
  return (
    <section className={classes.todo} aria-labelledby="emergency-reviews">
      <h2 id="emergency-reviews" className={classes.todoTitle}>
        Emergency access to review
      </h2>
      <p className={classes.todoText}>Someone opened a chart that is not theirs. Please say whether it was right.</p>
      <ul className={classes.items}>
        {reviews.data.map((review) => (
          <Review key={review.id} review={review} />
        ))}
      </ul>
    </section>
  );
}

function Review({ review }: { review: EmergencyReview }) {
  const { zone } = useMe();
  return (
    <li className={classes.item}>
      <strong>{review.personName}</strong> opened{' '}
      <Anchor component={Link} to={`/patients/${review.patientId}`}>
        {review.patientName}
      </Anchor>
      <span className={classes.small}>{formatSpan(review.from, review.endsAt, zone)}</span>
      <p className={classes.words}>“{review.reason}”</p>
      <span className={classes.small}>What they did: {lookedAt(review)}</span>
      {review.part2 && (
        <span className={classes.small}>
          42 CFR 2.51 disclosure: received by {review.recipient}; disclosed by {review.discloser}.
        </span>
      )}
      {review.isOpen ? (
        <StatusBadge>Still open</StatusBadge>
      ) : (
        <>
          {review.isOverdue ? (
            <StatusBadge tone="problem">Overdue</StatusBadge>
          ) : (
            <span className={classes.small}>Please answer by the end of {lastDay(review.dueAt, zone)}.</span>
          )}
          <Verdict review={review} />
        </>
      )}
    </li>
  );
}

function lookedAt({ looked }: EmergencyReview): string {
  return looked.length === 0
    ? 'nothing'
    : listed(looked.map(({ action, times }) => `${accessWordsOf(action)}${times > 1 ? ` (${times} times)` : ''}`));
}

// Due at midnight, which people call the end of the day before.
const lastDay = (dueAt: string, zone: string) => formatInstant(minutesLater(dueAt, -1), zone, 'day');

function Verdict({ review: { id: accessId, patientId, personName } }: { review: EmergencyReview }) {
  const [words, setWords] = useState<string | null>(null);
  const command = useCommand(reviewEmergencyAccess, {
    refresh: [listEmergencyReviews],
    onDone: () => announce('Your review is kept.'),
  });
  const answer = (verdict: EmergencyVerdict) => command.run({ params: { patientId, accessId }, body: verdict });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (words?.trim()) answer({ justified: false, words: words.trim() });
  };
  if (words === null) {
    return (
      <>
        <ErrorNote error={command.error} />
        <Group gap="xs" mt="xs">
          <Button
            size="sm"
            variant="default"
            loading={command.running}
            aria-label={`Justified, ${personName}`}
            onClick={() => answer({ justified: true, words: '' })}
          >
            Justified
          </Button>
          <Button size="sm" variant="subtle" aria-label={`Not justified, ${personName}`} onClick={() => setWords('')}>
            Not justified…
          </Button>
        </Group>
      </>
    );
  }
  return (
    <form onSubmit={send}>
      <Textarea
        mt="xs"
        label="Not justified, because"
        autoFocus
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ErrorNote error={command.error} />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="sm" loading={command.running} disabled={!words.trim()}>
          Save
        </Button>
        <Button size="sm" variant="subtle" onClick={() => setWords(null)}>
          Go back
        </Button>
      </Group>
    </form>
  );
}
