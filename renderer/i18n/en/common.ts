export const common = {
  appName: 'Tillside',
  close: 'Close',
  back: 'Back',
  loading: 'Loading…',
  readAgain: 'Read again',
  clearSearch: 'Clear the search',
  openAmount: 'Open amount',
  serialTail: '…{{tail}}',
  terminal: 'terminal {{name}}',
  theTerminal: 'the terminal',
  person: { manager: 'Manager', cashier: 'Cashier' },
  moneyEffect: {
    'not-moved': 'No money has moved.',
    'may-have-moved': 'The money may have been taken.',
  },
  supportCode: 'Code for support: {{code}}',
  card: {
    masked: '{{brand}} •••• {{digits}}',
    unknownBrand: 'Card',
    entry: {
      contactless: 'contactless',
      chip: 'chip',
      swipe: 'swiped',
      manual: 'typed in',
    },
  },
} as const;
