import type { IncomingHttpHeaders } from 'node:http';
import { type Reply, refuse, reply } from './reply.ts';

/** A request as a route sees it. */
export interface Call {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** `undefined` when there is none. */
  readonly body: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** `{name}` stands for a segment. */
  readonly path: string;
  /** Any of these will do. None for the login itself. */
  readonly scopes?: readonly string[];
  readonly answer: (call: Call) => Reply | Promise<Reply>;
}

export const notFound = refuse(404, 'Not found');

/** What was looked for, or 404. */
export const found = <Entry>(entry: Entry | undefined, serve: (entry: Entry) => unknown): Reply =>
  entry === undefined ? notFound : reply(serve(entry));
