/** What an API client needs for what, as Dintero's reference pages name it. A refusal says which one is missing. */
export const scopes = {
  readAccounts: 'read:accounts',
  writeAccounts: 'write:accounts',
  writeApprovals: 'write:accounts:/management/settings/approvals',
  readCheckout: 'read:checkout',
  readTerminalOperations: 'read:checkout:/admin/terminals',
  writeTerminalOperations: 'write:checkout:/admin/terminals',
} as const;
