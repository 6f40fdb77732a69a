import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DinteroClient } from '../../../electron/dintero/client.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import seed from '../../fixtures/seed-requests.json' with { type: 'json' };
import { clientOf, guideSale } from './client.ts';
import { type RawServer, answering, startRawServer } from './raw-server.ts';

const token = JSON.stringify({ access_token: 'token-of-the-test', token_type: 'Bearer', expires_in: 3600 });

let login: RawServer;
let checkout: RawServer;
let dintero: DinteroClient;

beforeEach(async () => {
  login = await startRawServer(answering(200, token));
  checkout = await startRawServer(
    answering(200, '{"id":"T12345678.session"}', 'event-request-id: request-1\r\n'),
  );
  dintero = clientOf({ checkout: checkout.origin, api: login.origin });
  await dintero.token.renew();
});

afterEach(async () => {
  await dintero.close();
  await Promise.all([login.close(), checkout.close()]);
});

interface Sent {
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

function sentTo(server: RawServer, index = 0): Sent {
  const [head = '', body = ''] = (server.received[index] ?? '').split('\r\n\r\n');
  const [line = '', ...headers] = head.split('\r\n');
  return {
    line,
    headers: Object.fromEntries(
      headers.map((header) => [
        header.slice(0, header.indexOf(':')).toLowerCase(),
        header.slice(header.indexOf(':') + 1).trim(),
      ]),
    ),
    body: body === '' ? undefined : (JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) as unknown),
  };
}

describe('the login', () => {
  it('is Basic, for the audience of the account', () => {
    expect(sentTo(login)).toMatchObject({
      line: 'POST /v1/accounts/T12345678/auth/token HTTP/1.1',
      headers: { authorization: `Basic ${Buffer.from('client:secret').toString('base64')}` },
      body: {
        grant_type: 'client_credentials',
        audience: 'https://api.dintero.com/v1/accounts/T12345678',
      },
    });
  });

  it('is kept: the next token comes from memory', async () => {
    await dintero.token.get();
    await dintero.token.get();
    expect(login.requests()).toBe(1);
  });

  it.each([
    [401, 'setup.login'],
    [403, 'setup.login'],
    [429, 'setup.rate-limited'],
    [500, 'setup.dintero-down'],
  ])('refused with %i is %s', async (status, code) => {
    login.behave = answering(status, '{"error":{"message":"no"}}');
    expect(await dintero.token.renew()).toMatchObject({ ok: false, error: { fault: { code } } });
  });
});

describe('a sale', () => {
  it('is the guide’s request, field by field', async () => {
    await dintero.sessions.create(guideSale);
    expect(sentTo(checkout).body).toMatchObject(seed.sale.body);
  });

  it('adds documented fields only', async () => {
    await dintero.sessions.create(guideSale);
    expect(sentTo(checkout).body).toEqual({
      ...seed.sale.body,
      url: {
        return_url: 'https://yourpos.example.com/payment/return',
        callback_url: 'https://yourpos.example.com/payment/callback',
      },
      order: { ...seed.sale.body.order, vat_amount: 4275 },
    });
  });

  it('leaves configuration.seitatech to a profile that has it', async () => {
    await dintero.sessions.create({ ...guideSale, enableInPerson: false });
    expect(sentTo(checkout).body).not.toHaveProperty('configuration');
  });

  it('has a name and a version on it, and asks for the amounts to be checked', async () => {
    await dintero.sessions.create(guideSale);
    expect(sentTo(checkout)).toMatchObject({
      line: 'POST /v1/sessions-profile HTTP/1.1',
      headers: {
        authorization: 'Bearer token-of-the-test',
        'content-type': 'application/json',
        'dintero-system-name': 'Tillside',
        'dintero-system-version': '1.2.3',
        'dintero-feature-toggles': 'strict-session-amounts',
      },
    });
  });

  it('calls an open amount without words so, and sends letters of every kind', async () => {
    const [line] = guideSale.lines;
    if (!line) throw new Error('The guide has a line');
    const { productId: _, ...open } = line;
    await dintero.sessions.create({
      ...guideSale,
      lines: [
        { ...open, description: '' },
        { ...open, lineId: '2', description: 'Blåbærsyltetøy 🫐' },
      ],
      amount: { amount: minorUnits(79800), currency: currency('NOK') },
    });
    expect(sentTo(checkout).body).toMatchObject({
      order: {
        items: [
          { id: 'open-amount', description: 'Open amount' },
          { id: 'open-amount', description: 'Blåbærsyltetøy 🫐' },
        ],
      },
    });
  });
});

describe('a refund', () => {
  it('of the whole is the guide’s request, with its lines and its reference', async () => {
    await dintero.transactions.refund('tx', {
      amount: minorUnits(39900),
      reason: 'Customer return',
      reference: 'till-r1',
      terminalId: 'T0292',
      items: [],
    });
    expect(sentTo(checkout)).toMatchObject({
      line: 'POST /v1/transactions/tx/refund HTTP/1.1',
      body: { ...seed.refundFull.body, refund_reference: 'till-r1', terminal_id: 'T0292' },
    });
  });

  it('of a part is the guide’s request, field by field', async () => {
    await dintero.transactions.refund('tx', {
      amount: minorUnits(19900),
      reason: 'One item returned',
      reference: 'till-r1',
      items: [{ lineId: '1', amount: minorUnits(19900), quantity: 1 }],
    });
    expect(sentTo(checkout).body).toEqual({ ...seed.refundPartial.body, refund_reference: 'till-r1' });
  });

  it('tells the request by which its end is found', async () => {
    const answer = await dintero.transactions.refund('tx', {
      amount: minorUnits(1),
      reason: 'x',
      reference: 'r',
      items: [],
    });
    expect(answer).toMatchObject({ ok: true, value: { eventRequestId: 'request-1' } });
  });
});

describe('cancel and void', () => {
  it('carry no body, but the name and the version', async () => {
    await dintero.sessions.cancel('T12345678.session');
    await dintero.transactions.void('T12345678.tx');
    expect([sentTo(checkout, 0), sentTo(checkout, 1)]).toMatchObject([
      { line: 'POST /v1/sessions/T12345678.session/cancel HTTP/1.1', body: undefined },
      {
        line: 'POST /v1/transactions/T12345678.tx/void HTTP/1.1',
        headers: { 'dintero-system-name': 'Tillside' },
      },
    ]);
  });
});

describe('a read', () => {
  const transaction = { id: 'tx', amount: 100, currency: 'NOK', status: 'CAPTURED', card: null };

  it('tries again when Dintero is busy, after the time it asks for', async () => {
    let asked = 0;
    checkout.behave = (socket, received) => {
      asked += 1;
      answering(asked === 1 ? 503 : 200, JSON.stringify(transaction), 'retry-after: 0\r\n')(socket, received);
    };
    expect(await dintero.transactions.get('tx', 3)).toMatchObject({
      ok: true,
      value: { status: 'CAPTURED' },
    });
    expect(asked).toBe(2);
  });

  it('does not ask again what was answered with a no', async () => {
    checkout.behave = answering(403, '{"error":{}}');
    expect(await dintero.transactions.get('tx', 3)).toMatchObject({
      ok: false,
      error: { fault: { code: 'setup.rights' } },
    });
    expect(checkout.requests()).toBe(1);
  });

  it('renews the login once when Dintero no longer takes it', async () => {
    checkout.behave = (socket, received) =>
      received().includes('token-of-the-test')
        ? answering(401, '{}')(socket, received)
        : answering(200, JSON.stringify(transaction))(socket, received);
    login.behave = answering(200, JSON.stringify({ access_token: 'another', expires_in: 3600 }));
    expect(await dintero.transactions.get('tx')).toMatchObject({ ok: true });
    expect(login.requests()).toBe(2);
  });

  it('takes a member that is null for one that is absent', async () => {
    checkout.behave = answering(200, JSON.stringify(transaction));
    expect(await dintero.transactions.get('tx')).toMatchObject({ ok: true, value: { id: 'tx' } });
  });

  it('of an answer without its amount is no answer', async () => {
    checkout.behave = answering(200, '{"id":"tx"}');
    expect(await dintero.transactions.get('tx')).toMatchObject({
      ok: false,
      error: { kind: 'lost', fault: { code: 'setup.answer' } },
    });
  });
});
