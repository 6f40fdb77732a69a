import { describe, expect, it } from 'vitest';
import { Redactor } from '../../../electron/support/redact.ts';

describe('the redactor (E2)', () => {
  const secret = 'p"lanted/secret+42';

  it.each([
    ['as it is', secret],
    ['in JSON', JSON.stringify({ note: secret })],
    ['in a URL', `https://example.test/?q=${encodeURIComponent(secret)}`],
    ['in base64', Buffer.from(secret).toString('base64')],
  ])('masks a learned secret %s', (_how, text) => {
    const redactor = new Redactor();
    redactor.learn(secret);
    expect(redactor.scrub(text)).toContain('«redacted»');
    expect(redactor.scrub(text)).not.toContain('lanted');
  });

  it.each([
    'authorization: Bearer abcdefghijklmnop',
    'Basic Y2xpZW50OnNlY3JldA==',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl',
    '{"clientSecret":"short"}',
    '{"pin": "1234"}',
  ])('masks the usual shapes of a secret: %s', (text) => {
    expect(new Redactor().scrub(text)).toContain('«redacted»');
  });

  it('leaves ordinary text alone', () => {
    const text = '{"event":"dintero.answer","path":"/v1/sessions","status":200}';
    expect(new Redactor().scrub(text)).toBe(text);
  });
});
