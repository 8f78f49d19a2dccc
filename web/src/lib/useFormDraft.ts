import type { UseFormReturnType } from '@mantine/form';
import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { dropDraft, keepDraft, readDraft } from './draft';
import { useMe } from './me';
import { holdsText } from './unsaved';

/** Keeps what is typed into a form in this tab, and offers it back when the form is opened again. */
export function useFormDraft<T>(form: UseFormReturnType<T>, name: string, schema: z.ZodType<T>) {
  const { personId } = useMe();
  const [offered, setOffered] = useState(() => readDraft(personId, name, schema));
  const [sent, setSent] = useState(false);
  const dirty = form.isDirty();
  useEffect(() => {
    if (dirty && !sent) keepDraft(personId, name, form.values);
  }, [dirty, sent, personId, name, form.values]);
  useEffect(() => holdsText(() => dirty && !sent), [dirty, sent]);
  const drop = useCallback(() => {
    dropDraft(personId, name);
    setOffered(undefined);
  }, [personId, name]);
  return {
    offered: offered !== undefined && !dirty,
    restore: () => {
      if (offered !== undefined) form.setValues(() => offered);
      setOffered(undefined);
    },
    discard: drop,
    /** After the server has it. */
    done: () => {
      setSent(true);
      drop();
    },
  };
}
