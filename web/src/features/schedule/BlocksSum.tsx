import { Button } from '@mantine/core';
import { formatMinutes } from '../../lib/time';
import { Note } from '../../ui/Note';
import classes from './Blocks.module.css';
import type { Form } from './sessionForm';
import { mismatchOf, totalOf, treatmentOf } from './sessionForm';

/** What the blocks come to, and how much of it is treatment: never hidden, because 180 minutes are not 180 minutes of treatment. */
export function BlocksSum({ form }: { form: Form }) {
  const { blocks } = form.values;
  const mismatch = mismatchOf(form.values);
  const total = totalOf(blocks);
  const fits = total >= 5 && total <= 720;
  return (
    <div className={classes.sum}>
      <p className={classes.sumText}>
        <strong>
          {treatmentOf(blocks)} of {total} minutes are treatment
        </strong>
        , {formatMinutes(total)} in all.
      </p>
      {mismatch && (
        <div id="blocks-mismatch">
          <Note tone="warning" live>
            {mismatch}
            {fits && (
              <div>
                <Button size="sm" variant="default" mt="xs" onClick={() => form.setFieldValue('plannedMinutes', total)}>
                  Make the session {total} minutes
                </Button>
              </div>
            )}
          </Note>
        </div>
      )}
    </div>
  );
}
