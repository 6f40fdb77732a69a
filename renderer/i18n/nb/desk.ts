export const desk = {
  title: 'Oppfølging',
  lead: 'Penger som ikke er sikre, og hva du gjør med dem.',
  empty: 'Ingenting er åpent',
  emptyText: 'Alle betalinger og refusjoner herfra har et kjent utfall.',
  payment: 'Betaling · salg {{number}}',
  refund: 'Refusjon · salg {{number}}',
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
    overlap: 'To refusjoner ble tatt imot i samme øyeblikk. Sammenlign dem i Backoffice.',
  },
  open: 'Åpne salget',
  checkNow: 'Sjekk nå',
  free: 'Gi terminalen fri …',
  overlapSeen: 'Merk som sett',
} as const;
