import { Button, Group } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { Note } from '../../../ui/Note';
import type { Kind, Trouble } from '../media/devices';
import { useLocalMediaState } from '../media/useLocalMedia';
import { useRoom } from '../state/roomContext';

const BlockedSteps = lazy(async () => ({ default: (await import('../check/BlockedSteps')).BlockedSteps }));

type Missing = 'camera' | 'microphone' | 'both';

const things: Record<Missing, string> = { camera: 'camera', microphone: 'microphone', both: 'camera or microphone' };

const helps: Record<Trouble, (thing: string) => { title: string; text: string }> = {
  blocked: (thing) => ({
    title: `Your browser does not allow the ${thing}`,
    text: '',
  }),
  missing: (thing) => ({ title: `We found no ${thing}`, text: 'If you have one, plug it in and press "Try again".' }),
  busy: (thing) => ({
    title: `The ${thing} is in use`,
    text: 'Another app may be using it. Close that app, then press "Try again".',
  }),
  unsupported: (thing) => ({ title: `This browser gives us no ${thing}`, text: 'A newer Chrome, Edge, Firefox or Safari can.' }),
  failed: (thing) => ({ title: `The ${thing} did not start`, text: 'Please press "Try again". If it stays so, start your device again.' }),
};

function troubleIn(trouble: Record<Kind, Trouble | null>): { missing: Missing; why: Trouble } | null {
  const { camera, microphone } = trouble;
  if (camera && camera === microphone) return { missing: 'both', why: camera };
  if (microphone) return { missing: 'microphone', why: microphone };
  return camera ? { missing: 'camera', why: camera } : null;
}

/** What to do when the camera or the microphone does not start. Joining works without them. */
export function GearHelp({ children }: { children?: ReactNode }) {
  const { media } = useRoom();
  const { camera, microphone } = useLocalMediaState(media);
  const found = troubleIn({ camera: camera.trouble, microphone: microphone.trouble });
  if (!found) return null;
  const { title, text } = helps[found.why](things[found.missing]);
  const retry = () => {
    if (camera.trouble) media.set('camera', true);
    media.tryAgain();
  };
  return (
    <Note tone="warning" title={title} live>
      {found.why === 'blocked' ? (
        <Suspense fallback={null}>
          <BlockedSteps />
        </Suspense>
      ) : (
        text
      )}
      <Group gap="xs" mt="sm">
        <Button variant="default" size="sm" onClick={retry}>
          Try again
        </Button>
        {children}
      </Group>
    </Note>
  );
}
