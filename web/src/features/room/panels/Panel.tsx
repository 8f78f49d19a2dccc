import { CloseButton, Title } from '@mantine/core';
import { Suspense, useEffect, useRef } from 'react';
import { Loading } from '../../../ui/Loading';
import classes from './Panel.module.css';
import { type PanelName, panels } from './panels';

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
        <Part />
      </Suspense>
    </aside>
  );
}
