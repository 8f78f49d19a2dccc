import { Button } from '@mantine/core';
import { IconArrowsHorizontal, IconThumbDown, IconThumbUp } from '@tabler/icons-react';
import { thumbs } from '@rejoin/shared';
import { checkInWords as words } from '../../../lib/pauseWords';
import classes from './CheckIn.module.css';
import type { FieldProps } from './field';

const icons = { 0: IconThumbDown, 50: IconArrowsHorizontal, 100: IconThumbUp };

export function ThumbsField({ mine, onAnswer }: FieldProps) {
  return (
    <div className={classes.thumbs}>
      {thumbs.map((thumb) => {
        const ThumbIcon = icons[thumb];
        return (
          <Button
            key={thumb}
            variant={mine?.value === thumb ? 'light' : 'default'}
            aria-pressed={mine?.value === thumb}
            leftSection={<ThumbIcon size={20} aria-hidden />}
            onClick={() => onAnswer(thumb)}
          >
            {words.thumbs[thumb]}
          </Button>
        );
      })}
    </div>
  );
}
