const edge = 8;

/** Puts a menu above its button, or below it where there is more room, and never over the edge of the screen. */
export function placeBeside(menu: HTMLElement, anchor: HTMLElement): void {
  const button = anchor.getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const isAbove = button.top > innerHeight - button.bottom;
  const room = (isAbove ? button.top : innerHeight - button.bottom) - 2 * edge;
  menu.style.maxHeight = `${Math.max(160, room)}px`;
  const left = button.left + button.width / 2 - menu.offsetWidth / 2;
  menu.style.left = `${Math.max(edge, Math.min(left, innerWidth - menu.offsetWidth - edge))}px`;
  menu.style.top = isAbove ? 'auto' : `${button.bottom + edge}px`;
  menu.style.bottom = isAbove ? `${innerHeight - button.top + edge}px` : 'auto';
}
