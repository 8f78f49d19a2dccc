import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

const heading = () => document.querySelector<HTMLElement>('[data-page-heading]');

/** Calls back with the page's heading, now or as soon as it has come; returns the way to stop waiting. */
function whenHeadingComes(found: (element: HTMLElement) => void): () => void {
  const observer = new MutationObserver(() => {
    const element = heading();
    if (!element) return;
    observer.disconnect();
    found(element);
  });
  const element = heading();
  if (element) found(element);
  else observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

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
