import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Frame } from './Frame';
import classes from './Frame.module.css';

interface Props {
  title: string;
  text: string;
  canReload?: boolean;
}

export function ProblemScreen({ title, text, canReload }: Props) {
  return (
    <Frame title={title}>
      <p className={classes.lead}>{text}</p>
      <div className={classes.buttons}>
        {canReload && <Button onClick={() => window.location.reload()}>Reload the page</Button>}
        <Button component={Link} to="/" variant={canReload ? 'default' : 'filled'}>
          Go to today
        </Button>
      </div>
    </Frame>
  );
}
