export const frame = {
  screens: 'Skjermbilder',
  messages: 'Meldinger',
  sell: 'Selg',
  sales: 'Salgsliste',
  desk: 'Oppfølging',
  terminals: 'Terminaler',
  settings: 'Innstillinger',
  lock: 'Lås',
  openMatters_one: '{{count}} åpen sak',
  openMatters_other: '{{count}} åpne saker',
  online: 'Tilkoblet',
  offline: 'Ingen forbindelse',
  testAccount: 'Testkonto',
  usuallyOpens: 'åpner vanligvis på {{time}}',
  training: {
    band: 'Øving – ingen penger flyttes',
    leave: 'Avslutt øvingen',
    live_one: '{{count}} ekte betaling er fortsatt åpen der du kom fra.',
    live_other: '{{count}} ekte betalinger er fortsatt åpne der du kom fra.',
  },
  offlineBanner: {
    title: 'Ingen forbindelse til Dintero',
    blocks: 'Nye betalinger og refusjoner kan ikke startes før den er tilbake. Ingenting legges i kø.',
    retryIn: 'Prøver igjen om {{seconds}} s.',
    retrying: 'Prøver igjen nå.',
  },
  notice: {
    dismiss: 'Jeg har lest dette',
    clock: 'Denne maskinen sier {{ours}}, Dintero sier {{theirs}}.',
    setAside: 'Tatt vare på som {{file}}.',
    backup: 'Sikkerhetskopien er fra {{madeAt}}.',
  },
  alarm: {
    title: {
      'late-approval': 'Likevel godkjent: {{amount}} for salg {{number}}',
      'double-payment': 'Kanskje betalt to ganger: {{amount}} for salg {{number}}',
      'not-paid': 'Likevel ikke betalt: {{amount}} for salg {{number}}',
    },
    text: {
      'late-approval':
        'Dintero melder at betalingen er godkjent, etter at et annet utfall var vist. Pengene er trukket.',
      'double-payment':
        'Denne betalingen var lagt til side og er nå godkjent. Er salget betalt på en annen måte, har kunden betalt to ganger.',
      'not-paid':
        'Kunden har gått med varene, men Dintero melder nå at det ikke kom noen penger. Noter referansen, se i Backoffice, og prøv å få tak i kunden eller ta betalt på nytt når kunden er tilbake.',
    },
    refund: 'Refunder denne',
    open: 'Åpne salget',
    seen: 'Merk som sett',
    barredBy: {
      lock: 'Lås opp for å gjøre noe med det.',
      pairing: 'Fortsett tilkoblingen senere for å gjøre noe med det.',
    },
  },
  keymap: {
    title: 'Tastatur',
    digits: 'Sifre bygger beløpet, uansett hvor du er på Selg',
    times: 'Antall: 3 × 125',
    add: 'Legg beløpet i kurven',
    charge: 'Ta betalt; etter en betaling som ikke trakk penger: prøv igjen',
    cancel: 'Be om å avbryte betalingen; ellers tilbake',
    newSale: 'Nytt salg, etter en godkjent betaling',
    search: 'Søk etter varer',
    discountLine: 'Rabatt på en linje: den du står på, ellers den siste',
    discountBasket: 'Rabatt på hele kurven',
    sales: 'Salgsliste',
    lock: 'Lås',
    help: 'Denne listen',
  },
  broken: {
    title: 'Dette vinduet fikk et problem',
    text: 'Kurven og alle betalinger er tatt vare på utenfor dette vinduet. Last det på nytt for å fortsette der du var.',
    reload: 'Last på nytt',
    start: 'Tillside svarer ikke',
    startText:
      'Vinduet kunne ikke lese hvordan det står til. Last det på nytt; hjelper ikke det, start Tillside på nytt.',
  },
} as const;
