export const common = {
  appName: 'Tillside',
  close: 'Lukk',
  back: 'Tilbake',
  loading: 'Henter …',
  readAgain: 'Les på nytt',
  clearSearch: 'Tøm søket',
  openAmount: 'Fritt beløp',
  serialTail: '…{{tail}}',
  terminal: 'terminal {{name}}',
  theTerminal: 'terminalen',
  person: { manager: 'Leder', cashier: 'Ekspeditør' },
  moneyEffect: {
    'not-moved': 'Ingen penger er flyttet.',
    'may-have-moved': 'Pengene kan være trukket.',
  },
  supportCode: 'Kode til kundestøtte: {{code}}',
  card: {
    masked: '{{brand}} •••• {{digits}}',
    unknownBrand: 'Kort',
    entry: {
      contactless: 'kontaktløst',
      chip: 'brikke',
      swipe: 'dratt',
      manual: 'tastet inn',
    },
  },
} as const;
