import { Title } from '@mantine/core';
import type { ConsentText } from '@rejoin/shared';
import classes from './ConsentBody.module.css';

/** Paragraphs with a first line as their heading, and lines with "- " as a list. */
export function ConsentBody({ text, level = 2 }: { text: ConsentText; level?: 2 | 3 }) {
  const below = level === 2 ? 3 : 4;
  return (
    <article className={classes.body} tabIndex={0} aria-label={text.title}>
      <Title order={level} size="h3">
        {text.title}
      </Title>
      {text.body.split('\n\n').map((part) => {
        const [heading = '', ...lines] = part.split('\n');
        const items = lines.filter((line) => line.startsWith('- '));
        return (
          <section key={heading}>
            <Title order={below} size="h5">
              {heading}
            </Title>
            {lines
              .filter((line) => !line.startsWith('- '))
              .map((line) => (
                <p key={line}>{line}</p>
              ))}
            {items.length > 0 && (
              <ul>
                {items.map((line) => (
                  <li key={line}>{line.slice(2)}</li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </article>
  );
}
