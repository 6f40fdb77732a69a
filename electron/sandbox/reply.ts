/** What the sandbox answers. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer without an error, 200 unless told otherwise. */
export const reply = (body: unknown, status = 200, headers?: Reply['headers']): Reply => ({
  status,
  body,
  ...(headers && { headers }),
});

/** An error in Dintero's shape. */
export const refuse = (
  status: number,
  message: string,
  more: {
    readonly code?: string;
    readonly errors?: readonly object[];
    readonly headers?: Reply['headers'];
  } = {},
): Reply => ({
  status,
  body: {
    error: {
      message,
      ...(more.code !== undefined && { code: more.code }),
      ...(more.errors && { errors: more.errors }),
    },
  },
  ...(more.headers && { headers: more.headers }),
});
