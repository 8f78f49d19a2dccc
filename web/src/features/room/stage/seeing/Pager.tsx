import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { announce } from '../../../../lib/announce';
import { useShortcuts } from '../useShortcuts';
import { useStage } from '../stageContext';
import classes from './Seeing.module.css';
import { seeingWords } from './words';

/** The pages of pictures: two buttons and two keys. */
export function Pager({ page, pages }: { page: number; pages: number }) {
  const { turnTo } = useStage().seeing;
  const turn = (by: number) => {
    const to = page + by;
    if (to < 0 || to >= pages) return;
    turnTo(to);
    announce(seeingWords.page(to, pages));
  };
  useShortcuts({ PageDown: () => turn(1), PageUp: () => turn(-1) });
  return (
    <nav className={classes.pager} aria-label="Pages of pictures">
      <button
        type="button"
        aria-label={seeingWords.before}
        aria-disabled={page === 0}
        aria-keyshortcuts="PageUp"
        title="Page Up"
        onClick={() => turn(-1)}
      >
        <IconChevronLeft size={24} aria-hidden />
      </button>
      <span>{seeingWords.page(page, pages)}</span>
      <button
        type="button"
        aria-label={seeingWords.after}
        aria-disabled={page === pages - 1}
        aria-keyshortcuts="PageDown"
        title="Page Down"
        onClick={() => turn(1)}
      >
        <IconChevronRight size={24} aria-hidden />
      </button>
    </nav>
  );
}
