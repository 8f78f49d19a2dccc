const holders = new Set<() => boolean>();

/** Registers something that may hold typed text which the server does not have yet. Returns the way to stop. */
export function holdsText(hasText: () => boolean): () => void {
  holders.add(hasText);
  return () => holders.delete(hasText);
}

/** Whether something typed on this page would be lost by leaving it. */
export function hasUnsavedText(): boolean {
  return [...holders].some((hasText) => hasText());
}
