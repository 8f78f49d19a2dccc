import { CloseButton, Title } from '@mantine/core';
import { Suspense, useEffect, useRef } from 'react';
import { Covered } from '../../../ui/Covered';
import { Loading } from '../../../ui/Loading';
import classes from './Panel.module.css';
import { type PanelName, panels } from './panels';

/** Panels with names, or with what somebody said. */
const named: ReadonlySet<PanelName> = new Set(['chat', 'people', 'talk', 'checkIn']);

interface Props {
  name: PanelName;
  onClose: () => void;
}

export function Panel({ name, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { title, Part } = panels[name];
  useEffect(() => {
    // The chat's own field takes the focus; everywhere else the heading does.
    if (name !== 'chat') heading.current?.focus({ preventScroll: true });
  }, [name]);
  return (
    <aside className={classes.panel} aria-label={title}>
      <div className={classes.head}>
        <Title order={2} size="h3" tabIndex={-1} ref={heading}>
          {title}
        </Title>
        <CloseButton size="lg" aria-label="Close" onClick={onClose} />
      </div>
      <Suspense fallback={<Loading />}>
        {named.has(name) ? (
          <Covered text="This is covered while you share your screen.">
            <Part />
          </Covered>
        ) : (
          <Part />
        )}
      </Suspense>
    </aside>
  );
}
