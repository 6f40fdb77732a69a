export const desk = {
  title: 'Oppfølging',
  lead: 'Penger som ikke er sikre, og hva du gjør med dem.',
  empty: 'Ingenting er åpent',
  emptyText: 'Alle betalinger og refusjoner herfra har et kjent utfall.',
  payment: 'Betaling · salg {{number}}',
  orphan: 'Betaling som ikke er notert · salg {{number}}',
  refund: 'Refusjon · salg {{number}}',
  refundElsewhere: 'Refusjon · salg et annet sted, {{reference}}',
  setAside: 'lagt til side',
  holds: 'holder på terminalen',
  lastAsked: 'Dintero sist spurt {{time}}',
  neverAsked: 'Dintero er ikke spurt ennå',
  check: {
    unknown:
      'Se på skjermen til terminalen, så på utskriften, og søk til slutt etter referansen i Backoffice.',
    refundUnknown: 'Søk etter referansen i Backoffice, og se om refusjonen står på transaksjonen.',
    running: 'Den pågår fortsatt. Vent på utfallet, eller se på skjermen til terminalen.',
    authorized: 'Godkjent og reservert; Dintero har ikke trukket den ennå. Se i Backoffice om det varer.',
    orphan:
      'Dintero har denne betalingen herfra, men den er ikke notert her. Se på utskriften, finn den i Backoffice med referansen, finn ut hva den gjaldt, og ta den så over.',
    overlap: 'To refusjoner ble tatt imot i samme øyeblikk. Sammenlign dem i Backoffice.',
    contradiction: {
      done: 'En leder hadde sagt at pengene gikk tilbake, men Dintero sier at de ikke gjorde det. Kunden har dem fortsatt til gode: refunder salget på nytt.',
      'not-done':
        'En leder hadde sagt at pengene ikke gikk tilbake, men Dintero sier at de gjorde det. Er de også gitt tilbake på en annen måte, har kunden fått dem to ganger. Sammenlign i Backoffice.',
    },
  },
  marked: {
    paid: 'En leder har merket den som betalt.',
    'not-paid': 'En leder har merket den som ikke betalt.',
    done: 'En leder har merket den som gått tilbake.',
    'not-done': 'En leder har merket den som ikke gått tilbake.',
  },
  markedHolds: 'Den blir liggende fordi den holder på terminalen: se på skjermen, og gi så terminalen fri.',
  open: 'Åpne salget',
  checkNow: 'Sjekk nå',
  free: 'Gi terminalen fri …',
  seen: 'Merk som sett',
  cancel: 'Avbryt hos Dintero',
  history: 'Hva som har skjedd',
  leave: 'La den være',
  mark: {
    open: 'Merk for hånd …',
    title: { payment: 'Merk denne betalingen for hånd', refund: 'Merk denne refusjonen for hånd' },
    check: {
      payment:
        'Sjekk først, i denne rekkefølgen: skjermen til terminalen, utskriften, og så Backoffice med referansen.',
      refund:
        'Sjekk først: utskriften fra terminalen, og så transaksjonen i Backoffice, der refusjonene står.',
    },
    weigh: {
      payment:
        'Merkes den som betalt, kan varene gå; er det feil, er de tapt. Merkes den som ikke betalt, kan det tas betalt på nytt; er det feil, betaler kunden to ganger.',
      refund:
        'Merkes den som gått tilbake, teller den som refundert; er det feil, får kunden aldri pengene. Merkes den som ikke gått tilbake, kan det refunderes på nytt; er det feil, får kunden dem to ganger.',
    },
    decides: 'Dinteros ord gjelder fortsatt om det kommer senere, og Tillside sier fra når det er et annet.',
    question: 'Hva ble det til?',
    verdict: {
      paid: 'Den ble betalt',
      'not-paid': 'Den ble ikke betalt',
      done: 'Pengene gikk tilbake',
      'not-done': 'Pengene gikk ikke tilbake',
    },
    confirm: 'Merk',
  },
  takeOver: {
    open: 'Ta over …',
    title: 'Ta over denne betalingen',
    text: 'Dintero har denne betalingen, og den er ikke notert her. Sammenlign tidspunkt og kort, på utskriften og i Backoffice, med de ubetalte salgene på samme beløp.',
    question: 'Hvordan skal den tas over?',
    own: 'Som et eget salg',
    forSale: 'For salg {{number}}',
    none: 'Det er ingen ubetalte salg på dette beløpet her.',
    reading: 'Leter etter ubetalte salg på dette beløpet …',
    readFailed: 'Fikk ikke lest de ubetalte salgene',
    confirm: 'Ta over',
  },
  reasons: {
    slip: 'Det står på utskriften',
    backoffice: 'Det står i Backoffice',
    display: 'Det sto på skjermen til terminalen',
    customer: 'Kundens bank sier det',
    fits: 'Tidspunkt og beløp stemmer',
  },
} as const;
