import { Button, Group, Title } from '@mantine/core';
import { GetHelpButton } from '../ui/GetHelpButton';
import { useTitle } from '../ui/useTitle';
import classes from './Shell.module.css';

// A chunk that cannot be loaded mostly means that a newer version was installed meanwhile.
function isOldPage(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|Importing a module script/i.test(error.message);
}

/** When nothing of a page is left, not even its header. */
export function BareCrashPage({ error }: { error: unknown }) {
  return (
    <>
      <CrashPage error={error} />
      <footer className={classes.aloneFoot}>
        <GetHelpButton />
      </footer>
    </>
  );
}

export function CrashPage({ error }: { error: unknown }) {
  const old = isOldPage(error);
  useTitle('Please reload');
  return (
    <section className={classes.alone} role="alert">
      <Title order={1} tabIndex={-1} data-page-heading>
        {old ? 'Rejoin was updated' : 'This page stopped working'}
      </Title>
      <p>
        {old
          ? 'Please reload the page to go on. If it does not help, check your internet.'
          : 'This is our mistake, not yours. Please reload the page. If it happens again, call your program.'}
      </p>
      <Group mt="lg">
        <Button onClick={() => window.location.reload()}>Reload the page</Button>
        <Button variant="default" component="a" href="/">
          Go to today
        </Button>
      </Group>
    </section>
  );
}
