export const desk = {
  title: 'Desk',
  lead: 'Money that is not certain, and what to do about it.',
  empty: 'Nothing is open',
  emptyText: 'Every payment and refund of this till has a known outcome.',
  payment: 'Payment · sale {{number}}',
  orphan: 'Payment without a record · sale {{number}}',
  refund: 'Refund · sale {{number}}',
  refundElsewhere: 'Refund · sale elsewhere, {{reference}}',
  setAside: 'set aside',
  holds: 'holds the terminal',
  lastAsked: 'Dintero last asked {{time}}',
  neverAsked: 'Dintero not asked yet',
  check: {
    unknown: 'Look at the terminal’s display, then its slip, then search Backoffice for the reference.',
    refundUnknown: 'Search Backoffice for the reference and look whether the refund is on the transaction.',
    running: 'It still runs. Wait for the outcome, or look at the terminal’s display.',
    authorized: 'Approved and reserved; Dintero has not captured it yet. Look in Backoffice if this lasts.',
    orphan:
      'Dintero has this payment under this till’s name, but the till has no record of it. Look at its slip, find it in Backoffice by the reference, see what it was for, then take it over.',
    overlap: 'Two refunds were taken at the same moment. Compare both in Backoffice.',
    contradiction: {
      done: 'A manager had said that the money went back, but Dintero says that it did not. The customer still has it to come: refund the sale again.',
      'not-done':
        'A manager had said that the money did not go back, but Dintero says that it did. If it was given back another way too, the customer has it twice. Compare in Backoffice.',
    },
  },
  marked: {
    paid: 'A manager has marked it as paid.',
    'not-paid': 'A manager has marked it as not paid.',
    done: 'A manager has marked it as gone back.',
    'not-done': 'A manager has marked it as not gone back.',
  },
  markedHolds: 'It stays here because it holds the terminal: look at its display, then free the terminal.',
  open: 'Open the sale',
  checkNow: 'Check now',
  free: 'Free the terminal…',
  seen: 'Mark as seen',
  cancel: 'Cancel at Dintero',
  history: 'What happened',
  leave: 'Leave it as it is',
  mark: {
    open: 'Mark by hand…',
    title: { payment: 'Mark this payment by hand', refund: 'Mark this refund by hand' },
    check: {
      payment:
        'Check first, in this order: the terminal’s display, its slip, then Backoffice by the reference.',
      refund:
        'Check first: the terminal’s slip, then the transaction in Backoffice, which lists its refunds.',
    },
    weigh: {
      payment:
        'Marked as paid, the goods may go; if that is wrong, they are lost. Marked as not paid, the sale can be charged again; if that is wrong, the customer pays twice.',
      refund:
        'Marked as gone back, it counts as refunded; if that is wrong, the customer never gets it. Marked as not gone back, it can be refunded again; if that is wrong, the customer gets it twice.',
    },
    decides: 'Dintero’s word still decides if it comes later, and the till tells you when it says otherwise.',
    question: 'What became of it?',
    verdict: {
      paid: 'It was paid',
      'not-paid': 'It was not paid',
      done: 'The money went back',
      'not-done': 'The money did not go back',
    },
    confirm: 'Mark',
  },
  takeOver: {
    open: 'Take over…',
    title: 'Take over this payment',
    text: 'Dintero has this payment, and the till has no record of it. Compare its time and card, on the slip and in Backoffice, with the unpaid sales of the same amount.',
    question: 'How is it to be taken over?',
    own: 'As a sale of its own',
    forSale: 'For sale {{number}}',
    none: 'This till has no unpaid sale of this amount.',
    reading: 'Looking for unpaid sales of this amount…',
    readFailed: 'The unpaid sales could not be read',
    confirm: 'Take over',
  },
  reasons: {
    slip: 'The slip says so',
    backoffice: 'Backoffice says so',
    display: 'The terminal’s display said so',
    customer: 'The customer’s bank says so',
    fits: 'Time and amount fit',
  },
} as const;
