import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { DinteroClient } from '../../../electron/dintero/client.ts';
import { HandClock } from '../hand-clock.ts';
import { type Certificate, selfSigned } from './certificate.ts';
import { clientOf } from './client.ts';
import { type Proxy, startProxy } from './proxy.ts';
import { type RawServer, answering, startRawServer } from './raw-server.ts';

const token = JSON.stringify({ access_token: 'token-of-the-test', token_type: 'Bearer', expires_in: 86_400 });

/** How the client gets to Dintero: in the clear or by TLS, straight or through an HTTP proxy. */
export const ways = ['straight', 'by TLS', 'through a proxy', 'by TLS through a proxy'] as const;
export type Way = (typeof ways)[number];

/** The real client, logged in, and a server in Dintero's place. Time stands still until the clock is moved. */
export interface OpenWay {
  readonly dintero: DinteroClient;
  readonly checkout: RawServer;
  readonly clock: HandClock;
  readonly proxy: Proxy | undefined;
  /** Takes the trust in the server's certificate away. */
  readonly distrust: () => void;
}

/** The answer of a create call that went well. */
export const created = answering(200, '{"id":"T12345678.session"}');

const usual = getCACertificates('default');
let certificate: Certificate | undefined;

/** Makes this process trust a certificate of its own, as an administrator does for a machine. Undone after the test. */
function trusted(): Certificate {
  certificate ??= selfSigned();
  setDefaultCACertificates([...usual, certificate.certificate]);
  onTestFinished(() => setDefaultCACertificates(usual));
  return certificate;
}

/** Opens a way. All of it ends with the test. */
export async function openWay(way: Way): Promise<OpenWay> {
  const clock = new HandClock();
  const login = await startRawServer(answering(200, token));
  const checkout = await startRawServer(created, way.includes('TLS') ? trusted() : undefined);
  const proxy = way.includes('proxy') ? await startProxy() : undefined;
  const dintero = clientOf({ checkout: checkout.origin, api: login.origin }, { proxy: proxy?.url, clock });
  onTestFinished(async () => {
    await dintero.close();
    await Promise.all([login.close(), checkout.close(), proxy?.close()]);
  });
  await dintero.token.renew();
  return { dintero, checkout, clock, proxy, distrust: () => setDefaultCACertificates(usual) };
}
