import type { ReactNode } from 'react';
import { ErrorNote } from './ErrorNote';
import { Loading } from './Loading';

interface Props<T> {
  query: { data: T | undefined; error: Error | null; refetch: () => unknown };
  children: (data: T) => ReactNode;
}

/** A part of a page that reads for itself: what it has, else why not, else a moment's wait. */
export function Loaded<T>({ query, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  return query.error ? <ErrorNote error={query.error} onRetry={() => void query.refetch()} /> : <Loading />;
}
