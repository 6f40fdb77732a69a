/** What an API client needs for what, as Dintero's reference pages name it. A refusal says which one is missing. */
export const scopes = {
  readAccounts: 'read:accounts',
  writeAccounts: 'write:accounts',
  readCheckout: 'read:checkout',
} as const;
