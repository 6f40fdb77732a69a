import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative } from 'node:path';
import type { Protocol } from 'electron';
import { appHost, appScheme } from './page-address.ts';

/** What a page of ours may load: its own files, and pictures that are written into the page. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const protections = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Makes `app://` a proper origin. To be called before Electron is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      // Module scripts are fetched the way that the fetch API fetches.
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built renderer on `app://tillside/`. To be called once Electron is ready. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  protocol.handle(appScheme, (request) => respond(request, folder));
}

/** Answers one request for a file of the renderer. Whatever the answer is, it carries the policy. */
export async function respond(request: Pick<Request, 'method' | 'url'>, folder: string): Promise<Response> {
  if (request.method !== 'GET') {
    return new Response(null, { status: 405, headers: { ...protections, allow: 'GET' } });
  }
  const file = fileFor(request.url, folder);
  const type = file === undefined ? undefined : contentTypes[extname(file)];
  if (file === undefined || type === undefined) return notFound();
  try {
    const body = await readFile(file);
    return new Response(body, { headers: { ...protections, 'content-type': type } });
  } catch {
    return notFound();
  }
}

const notFound = (): Response => new Response(null, { status: 404, headers: protections });

/**
 * The file that an address stands for, or `undefined` when it is not one inside the folder. The sample in Electron's
 * docs compares with an absolute path and so refuses every file on POSIX.
 */
export function fileFor(url: string, folder: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== `${appScheme}:` || parsed.host !== appHost) return undefined;
  const path = decoded(parsed.pathname);
  if (path === undefined || path.includes('\0')) return undefined;
  const file = join(folder, path);
  const inside = relative(folder, file);
  const escapes = inside === '' || inside === '..' || /^\.\.[/\\]/.test(inside) || isAbsolute(inside);
  return escapes ? undefined : file;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
