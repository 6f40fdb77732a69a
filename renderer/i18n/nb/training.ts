export const training = {
  title: 'Simulert terminal',
  sale: 'Kjøp',
  refund: 'Refusjon',
  tapSale: 'Hold fram, sett inn eller dra kortet',
  tapRefund: 'Hold kortet her',
  ready: 'Klar',
  unplugged: 'Uten strøm',
  menu: { title: 'Meny', service: 'Service', network: 'Nettverk', about: 'Om' },
  result: {
    approved: 'Godkjent',
    declined: 'Avslått',
    cancelled: 'Avbrutt',
    refunded: 'Refundert',
    'timed-out': 'Tiden gikk ut',
  },
  tap: 'Hold fram kort',
  decline: 'Avslå',
  cancel: 'Avbryt på terminalen',
  unplug: 'Trekk ut',
  plugIn: 'Sett i',
  scenarios: 'Utenom det vanlige',
  scenariosText: 'Slå på det du vil øve på. Det gjelder bare øvingskontoen.',
  scenario: {
    'terminal-needs-update': {
      name: 'Terminalen trenger en oppdatering',
      about: 'Ingen salg kan gå til den før du har gått gjennom trinnene under Terminaler.',
    },
    'seller-under-review': {
      name: 'Selgeren blir vurdert',
      about: 'Butikken dens kan ikke velges når du kobler til, og den kan ikke få en ny butikk.',
    },
    'terminal-busy': {
      name: 'Terminalen er opptatt',
      about: 'Noen har bedt den om logger i Backoffice: Andre oppdrag venter.',
    },
  },
} as const;
