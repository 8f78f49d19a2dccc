import { z } from 'zod';
import type { PermissionName, RowOf } from './permissions.js';

type Shape = z.ZodObject | undefined;

/** Where the id of the row stands that the permission is about. */
export interface RowSource {
  in: 'params' | 'body';
  key: string;
}

export interface Route<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Reply extends z.ZodType = z.ZodType,
> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Below `/api`, with `:name` for every key of `params`. */
  path: string;
  /** What it does, in a line: the summary in OpenAPI. */
  summary: string;
  permission: PermissionName;
  row?: RowSource;
  params: Params;
  query: Query;
  body: Body;
  reply: Reply;
}

/** A file that is sent may have so many bytes. */
export const fileBytes = 10 * 1024 * 1024;

/** A reply that is a document and no JSON: the handler gives a `File`. A body that is one is sent as its bytes. */
export const pdf = z.file().mime('application/pdf');

type RowPart<P extends PermissionName> = RowOf<P> extends 'none' ? { row?: undefined } : { row: RowSource };

/** A route is one value: the server mounts it, the web calls it, OpenAPI lists it. */
export function route<
  const P extends PermissionName,
  Reply extends z.ZodType,
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  definition: {
    method: Route['method'];
    path: string;
    summary: string;
    permission: P;
    params?: Params;
    query?: Query;
    body?: Body;
    reply: Reply;
  } & RowPart<P>,
): Route<Params, Query, Body, Reply> {
  const { params, query, body, ...rest } = definition;
  return { ...rest, params: params as Params, query: query as Query, body: body as Body };
}

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a handler receives: parsed. */
export type InputOf<R> =
  R extends Route<infer P, infer Q, infer B, z.ZodType>
    ? (P extends z.ZodType ? { params: Parsed<P> } : unknown) &
        (Q extends z.ZodType ? { query: Parsed<Q> } : unknown) &
        (B extends z.ZodType ? { body: Parsed<B> } : unknown)
    : never;

/** What a caller sends: before defaults. */
export type SentTo<R> =
  R extends Route<infer P, infer Q, infer B, z.ZodType>
    ? (P extends z.ZodType ? { params: Sent<P> } : unknown) &
        (Q extends z.ZodType ? { query?: Sent<Q> } : unknown) &
        (B extends z.ZodType ? { body: Sent<B> } : unknown)
    : never;

export type ReplyOf<R> = R extends Route<Shape, Shape, z.ZodType | undefined, infer S> ? z.infer<S> : never;
