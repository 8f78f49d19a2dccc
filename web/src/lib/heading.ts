const heading = () => document.querySelector<HTMLElement>('[data-page-heading]');

/** Calls back with the page's heading, now or as soon as it has come; returns the way to stop waiting. */
export function whenHeadingComes(found: (element: HTMLElement) => void): () => void {
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
