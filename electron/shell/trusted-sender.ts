import type { PageAddress } from './page-address.ts';

/** What is known of who sent a message: `null` when its frame has gone meanwhile. */
export interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** Whether a message comes from the top frame of our own page. Nobody else has anything to say to main. */
export const isTrustedSender = ({ senderFrame }: Sender, address: PageAddress): boolean =>
  senderFrame !== null && senderFrame.parent === null && address.owns(senderFrame.url);
