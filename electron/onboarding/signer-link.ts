import type { SignerPage } from '../../shared/views/sellers.ts';
import type { Approval } from '../dintero/payout-destinations.ts';

/** A page for the signer; one of Dintero's own opens without a question. Or a link that is opened by nobody. */
export type JudgedLink =
  { readonly kind: 'page'; readonly url: URL; readonly isDinteros: boolean } | { readonly kind: 'unsafe' };

/** Of the links that Dintero serves; the others lead to its own case and to the signed file, and are not for the till. */
const pages: Readonly<Record<SignerPage, string>> = {
  declaration: 'declaration_url',
  contract: 'contract_url',
};

/** The order in which the signer goes through them. */
export const signerPages = ['declaration', 'contract'] as const satisfies readonly SignerPage[];

/** The link of a case for one of the signer's pages. */
export function signerLink({ links }: Pick<Approval, 'links'>, page: SignerPage): JudgedLink | undefined {
  const href = links?.find(({ rel }) => rel === pages[page])?.href;
  return href === undefined ? undefined : judge(href);
}

/**
 * Only https is ever opened. A name before an `@` is there to be mistaken for the host: it is no link of ours. Hosts below
 * dintero.com, on the usual port, are Dintero's.
 */
function judge(href: string): JudgedLink {
  const url = URL.parse(href);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return { kind: 'unsafe' };
  const isDinteros = url.host === 'dintero.com' || url.host.endsWith('.dintero.com');
  return { kind: 'page', url, isDinteros };
}
