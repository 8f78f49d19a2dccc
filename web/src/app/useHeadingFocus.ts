import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { whenHeadingComes } from '../lib/heading';

/** After a change of page, moves the focus to its heading, so that a screen reader says where one is. */
export function useHeadingFocus(): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    let stop = () => {};
    const frame = requestAnimationFrame(() => {
      stop = whenHeadingComes((element) => {
        // A page that puts the cursor into its first field has chosen better.
        if (!document.activeElement?.closest('main input, main textarea')) element.focus({ preventScroll: true });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [pathname]);
}
