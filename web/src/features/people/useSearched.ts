import { useDebouncedValue } from '@mantine/hooks';
import { type ReplyOf, type SentTo } from '@rejoin/shared';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type AnyRoute, type ApiError, callWith } from '../../lib/api';
import { keyOf } from '../../lib/query';

/** A list that follows what is typed, and keeps the last rows while the next are read. */
export function useSearched<R extends AnyRoute>(route: R, queryOf: (search: string | undefined) => SentTo<R>) {
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 250);
  const input = queryOf(settled || undefined);
  const list = useQuery<ReplyOf<R>, ApiError>({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }) => callWith(route, input ?? {}, signal),
    placeholderData: keepPreviousData,
  });
  return { search, setSearch, list, searching: settled !== '' };
}
