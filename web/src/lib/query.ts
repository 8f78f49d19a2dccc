import { readMe, type ReplyOf, type SentTo } from '@rejoin/shared';
import { QueryClient, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { type AnyRoute, type ApiError, call, callWith, type InputArgs, onRefusal } from './api';

/** The cache key of a route, or of one call of it; a route without input covers all its calls. */
export function keyOf<R extends AnyRoute>(route: R, input?: SentTo<R>): readonly unknown[] {
  return input === undefined ? [route.path] : [route.path, input];
}

const endings: readonly string[] = ['auth.signedOut', 'auth.twoFactorRequired', 'auth.locked'];

// The call itself already tries again after a network failure.
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 15_000, refetchOnReconnect: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});

// Who is signed in is read again as soon as any answer says that nobody is; the shell then shows the way back in.
onRefusal(({ code }, route) => {
  if (endings.includes(code) && route.path !== readMe.path) void queryClient.invalidateQueries({ queryKey: keyOf(readMe) });
});

export interface CallOptions {
  enabled?: boolean;
  /** Ask again by itself this often. */
  everyMs?: number;
  staleMs?: number;
}

type CallArgs<R extends AnyRoute> =
  Record<string, never> extends SentTo<R> ? [input?: SentTo<R>, options?: CallOptions] : [input: SentTo<R>, options?: CallOptions];

/** Reads a route and keeps it in the cache. */
export function useCall<R extends AnyRoute>(route: R, ...[input, options]: CallArgs<R>): UseQueryResult<ReplyOf<R>, ApiError> {
  return useQuery<ReplyOf<R>, ApiError>({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }) => callWith(route, input ?? {}, signal),
    enabled: options?.enabled ?? true,
    refetchInterval: options?.everyMs ?? false,
    ...(options?.staleMs === undefined ? {} : { staleTime: options.staleMs }),
  });
}

export interface CommandOptions<R extends AnyRoute> {
  /** These routes are read again when the command has worked. */
  refresh?: readonly AnyRoute[];
  onDone?: (reply: ReplyOf<R>) => void;
}

/** Sends a command; `error` is an ApiError with a sentence, `run` never throws, `ask` throws it. */
export function useCommand<R extends AnyRoute>(route: R, options: CommandOptions<R> = {}) {
  const client = useQueryClient();
  const mutation = useMutation<ReplyOf<R>, ApiError, { args: InputArgs<R> }>({
    mutationFn: ({ args }) => call(route, ...args),
    onSuccess: async (reply) => {
      options.onDone?.(reply);
      await Promise.all((options.refresh ?? []).map((each) => client.invalidateQueries({ queryKey: keyOf(each) })));
    },
  });
  return {
    run: (...args: InputArgs<R>) => mutation.mutate({ args }),
    ask: (...args: InputArgs<R>) => mutation.mutateAsync({ args }),
    running: mutation.isPending,
    done: mutation.isSuccess,
    reply: mutation.data,
    error: mutation.error,
    reset: mutation.reset,
  };
}

/** Puts a reply into the cache, so that a page shows it at once. */
export function remember<R extends AnyRoute>(client: QueryClient, route: R, reply: ReplyOf<R>, input?: SentTo<R>): void {
  client.setQueryData(keyOf(route, input), reply);
}
