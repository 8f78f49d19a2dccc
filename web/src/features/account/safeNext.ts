/** Where the person wanted to go before signing in: only ever a page of ours. */
export function safeNext(value: string | null): string {
  return value && /^\/(?![/\\])/.test(value) ? value : '/';
}
