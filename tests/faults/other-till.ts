import { z } from 'zod';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { trainingClients } from '../../electron/sandbox/training-account.ts';

/** What another till of the account does, past the proxy. */

const tokenSchema = z.object({ access_token: z.string() });

async function post(url: string, authorization: string, body: unknown): Promise<Response> {
  return await fetch(url, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Gives back all of the newest payment. */
export async function refundElsewhere(sandbox: Sandbox): Promise<void> {
  const { url, accountId } = sandbox;
  const { clientId, clientSecret } = trainingClients.full;
  const login = await post(
    `${url}/v1/accounts/${accountId}/auth/token`,
    `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    {
      grant_type: 'client_credentials',
      audience: `https://api.dintero.com/v1/accounts/${accountId}`,
    },
  );
  const { access_token: token } = tokenSchema.parse(await login.json());
  const transaction = sandbox.transactions().at(-1);
  if (!transaction) throw new Error('There is nothing to refund');
  const answer = await post(`${url}/v1/transactions/${transaction.id}/refund`, `Bearer ${token}`, {
    amount: transaction.amount,
    terminal_id: `${accountId}-T0002`,
    refund_reference: 'counter8-refund',
  });
  if (answer.status !== 202) throw new Error(`The other till was answered ${answer.status}`);
}
