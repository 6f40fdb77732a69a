import { type Fault, type FaultCode, fault } from '../../shared/fault.ts';

/**
 * Why a call to Dintero brought no usable answer. The kind says what may have happened to the request; the fault is
 * what a person is told.
 */
export type ApiFailure =
  /** It provably never left this machine: no connection came about. */
  | { readonly kind: 'not-sent'; readonly fault: Fault }
  /** It was sent, or may have been, and no answer that can be read came back. */
  | { readonly kind: 'lost'; readonly fault: Fault }
  /** Dintero answered with an error. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly fault: Fault;
      readonly retryAfterMs?: number;
    };

/**
 * Whether the request definitely had no effect: any 4xx but 408, or it never left (docs/dintero.md). A 5xx, a lost or an
 * unreadable answer says nothing.
 */
export const hadNoEffect = (failure: ApiFailure): boolean => {
  switch (failure.kind) {
    case 'not-sent':
      return true;
    case 'lost':
      return false;
    case 'status':
      return failure.status >= 400 && failure.status < 500 && failure.status !== 408;
  }
};

/** Whether asking again later can help: the network, the load, or the server, not the question. */
export const isPassing = (failure: ApiFailure): boolean =>
  failure.kind !== 'status' || failure.status === 408 || failure.status === 429 || failure.status >= 500;

/** Whether Dintero would not have what was sent, so that nothing came about; a right that is missing is something else. */
export const isRefused = (failure: ApiFailure): boolean =>
  failure.kind === 'status' && [400, 404, 409, 422].includes(failure.status);

/** How long Dintero asks to be left alone, in ms; 0 when it does not say. */
export const askedPauseMs = (failure: ApiFailure): number =>
  failure.kind === 'status' ? (failure.retryAfterMs ?? 0) : 0;

/** Whether Dintero does not know what was asked for. */
export const isNotFound = (failure: ApiFailure): boolean =>
  failure.kind === 'status' && failure.status === 404;

/** Whether the API client may not do what was asked; a login that is not taken at all is something else. */
export const isNotAllowed = (failure: ApiFailure): boolean =>
  failure.kind === 'status' && failure.status === 403;

/** Whether the failure says that Dintero could not be reached at all. */
export const isUnreachable = (failure: ApiFailure): boolean =>
  failure.kind !== 'status' && familyIsNetwork(failure.fault.code);

const familyIsNetwork = (code: FaultCode): boolean => code.startsWith('setup.network');

/** The fault for a status, unless the call knows better what it means. */
export function statusFault(status: number, detail?: Readonly<Record<string, string | number>>): Fault {
  return fault(statusCode(status), { status, ...detail });
}

function statusCode(status: number): FaultCode {
  if (status === 401) return 'setup.login';
  if (status === 403) return 'setup.rights';
  if (status === 404) return 'setup.not-found';
  if (status === 409) return 'terminal.busy';
  if (status === 429) return 'setup.rate-limited';
  if (status === 408 || status >= 500) return 'setup.dintero-down';
  return 'setup.rejected';
}

const nameErrors = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA']);

const timeoutErrors = new Set([
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ABORT_ERR',
]);

const isTlsError = (code: string): boolean =>
  code.startsWith('ERR_TLS') ||
  code.startsWith('ERR_SSL') ||
  code.includes('CERT') ||
  code.includes('SIGNATURE') ||
  code === 'EPROTO';

/** The fault for an error of the network below HTTP. */
export function networkFault(error: unknown): Fault {
  const code = errorCode(error);
  if (code === 'PROXY') return fault('setup.network-proxy', { reason: code });
  if (nameErrors.has(code)) return fault('setup.network-name', { reason: code });
  if (isTlsError(code)) return fault('setup.network-tls', { reason: code });
  if (timeoutErrors.has(code)) return fault('setup.network-timeout', { reason: code });
  return fault('setup.network', { reason: code });
}

/** Node puts the code on the error, or on the cause, or on one of several attempts to connect. */
function errorCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0]);
  if (!(error instanceof Error)) return 'UNKNOWN';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'ABORT_ERR';
  return error.cause === undefined ? 'UNKNOWN' : errorCode(error.cause);
}
