/** Moves the focus to the first field that needs a change, once it is marked. */
export function focusFirstError(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('[aria-invalid="true"], [data-error="true"] input');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
}
