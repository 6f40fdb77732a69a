export const welcome = {
  title: 'Ta kortbetaling ved siden av kassen',
  lead: 'Tillside sender et salg til Dintero-terminalen, viser hva det ble til, og refunderer. Det tar aldri betalt to ganger, mister aldri et salg og gjetter aldri.',
  connect: 'Koble til Dintero',
  connectText:
    'Koble dette kassepunktet til butikken og terminalen. Du trenger en konto-ID og en API-klient fra Backoffice.',
  resume: 'Du har begynt: neste er «{{step}}».',
  training: 'Prøv i øvingsmodus',
  trainingText: 'En øvingsbutikk med en simulert terminal. Du trenger ingen konto, og ingen penger flyttes.',
} as const;
