import { Observable, type MonoTypeOperatorFunction } from 'rxjs';

/** Makes of several equal values within this time one, at its end. */
export function gather<T>(ms: number): MonoTypeOperatorFunction<T> {
  return (source) =>
    new Observable((subscriber) => {
      const pending = new Map<T, NodeJS.Timeout>();
      const pass = (value: T) => {
        pending.delete(value);
        subscriber.next(value);
      };
      const heard = source.subscribe((value) => {
        if (!pending.has(value)) pending.set(value, setTimeout(pass, ms, value).unref());
      });
      return () => {
        heard.unsubscribe();
        for (const timer of pending.values()) clearTimeout(timer);
      };
    });
}
