import { errors, fileBytes, type FileKind, fileTypes, type RoomCommand, sendMaterial } from '@rejoin/shared';
import { useState } from 'react';
import { ApiError, call } from '../../../lib/api';
import { sendUntilAnswered } from '../state/commands';
import { useRoom } from '../state/roomContext';

type Share = Extract<RoomCommand, { type: 'material.share' }>;

function kindOf(file: File): FileKind | undefined {
  const kinds = Object.keys(fileTypes) as FileKind[];
  return kinds.find((kind) => fileTypes[kind] === file.type);
}

/** What is wrong with a file before it is sent. */
function problemOf(file: File): string | null {
  if (!kindOf(file)) return errors['file.kind'][1];
  return file.size > fileBytes ? errors['file.tooLarge'][1] : null;
}

/** Shares a page or a file. What failed can be tried once more and is shared once. */
export function useAddMaterial() {
  const { sessionId } = useRoom();
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    setRunning(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(error instanceof ApiError ? (Object.values(error.fields)[0] ?? error.message) : 'This did not work. Please try again.');
      return false;
    } finally {
      setRunning(false);
    }
  }

  const command = (share: Omit<Share, 'type'>) =>
    sendUntilAnswered(sessionId, { type: 'material.share', ...share }, new AbortController().signal);

  const link = (title: string, url: string): Promise<boolean> =>
    attempt(() => command({ textId: crypto.randomUUID(), kind: 'link', title, url }));

  const file = (title: string, body: File): Promise<boolean> =>
    attempt(async () => {
      const [kind, wrong] = [kindOf(body), problemOf(body)];
      if (!kind || wrong) return setProblem(wrong);
      const textId = crypto.randomUUID();
      await call(sendMaterial, { params: { sessionId, textId }, body });
      await command({ textId, kind, title });
    });

  return { link, file, running, problem };
}
