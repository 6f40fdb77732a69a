export const staff = {
  locked: 'Låst',
  lead: 'Kurven er tatt vare på. Velg navn og tast PIN-kode.',
  running: 'En betaling pågår og følges opp imens.',
  people: 'Hvem er du?',
  pin: 'PIN-kode',
  unlock: 'Lås opp',
  trainingPin: 'I øvingsmodus har Training manager PIN-kode 1234.',
  approval: {
    reason: 'Grunn',
    reasonPlaceholder: 'Velg eller skriv',
    showReasons: 'Vis vanlige grunner',
    approver: 'Godkjent av',
    approverPlaceholder: 'Velg en leder',
  },
} as const;
