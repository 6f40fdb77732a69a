export const staff = {
  locked: 'Locked',
  lead: 'The basket is kept. Pick your name and type your PIN.',
  running: 'A payment is running and is watched meanwhile.',
  people: 'Who are you?',
  pin: 'PIN',
  unlock: 'Unlock',
  trainingPin: 'In training, the PIN of Training manager is 1234.',
  approval: {
    reason: 'Reason',
    reasonPlaceholder: 'Choose or type',
    showReasons: 'Show common reasons',
    approver: 'Approved by',
    approverPlaceholder: 'Choose a manager',
  },
} as const;
