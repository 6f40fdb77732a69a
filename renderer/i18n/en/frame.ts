export const frame = {
  screens: 'Screens',
  messages: 'Messages',
  sell: 'Sell',
  sales: 'Sales',
  desk: 'Desk',
  terminals: 'Terminals',
  settings: 'Settings',
  lock: 'Lock',
  openMatters_one: '{{count}} open matter',
  openMatters_other: '{{count}} open matters',
  online: 'Online',
  offline: 'No connection',
  testAccount: 'Test account',
  usuallyOpens: 'usually opens in {{time}}',
  training: {
    band: 'Training – no money moves',
    leave: 'Leave training',
    live_one: '{{count}} real payment is still open in the till you left.',
    live_other: '{{count}} real payments are still open in the till you left.',
  },
  offlineBanner: {
    title: 'No connection to Dintero',
    blocks: 'New payments and refunds can’t start until it is back. Nothing is queued.',
    retryIn: 'Trying again in {{seconds}} s.',
    retrying: 'Trying again now.',
  },
  notice: {
    dismiss: 'I have read this',
    clock: 'This computer says {{ours}}, Dintero says {{theirs}}.',
    setAside: 'Kept as {{file}}.',
    backup: 'The backup was made on {{madeAt}}.',
  },
  alarm: {
    title: {
      'late-approval': 'Approved after all: {{amount}} for sale {{number}}',
      'double-payment': 'Perhaps paid twice: {{amount}} for sale {{number}}',
      'not-paid': 'Not paid after all: {{amount}} for sale {{number}}',
    },
    text: {
      'late-approval':
        'Dintero has reported this payment as approved, after another outcome was shown. The money was taken.',
      'double-payment':
        'This payment was set aside and has now been approved. If the sale was paid another way, the customer has paid twice.',
      'not-paid':
        'The customer left with the goods, but Dintero now says that no money came. Note the reference, look in Backoffice, and try to reach the customer or charge again when they are back.',
    },
    refund: 'Refund this one',
    open: 'Open the sale',
    seen: 'Mark as seen',
    barredBy: {
      lock: 'Unlock the till to act on it.',
      pairing: 'Go on with pairing later to act on it.',
    },
  },
  keymap: {
    title: 'Keyboard',
    digits: 'Digits build the amount, from anywhere on Sell',
    times: 'How many: 3 × 125',
    add: 'Add the amount to the basket',
    charge: 'Charge; after a payment that took no money: try again',
    cancel: 'Ask to cancel the payment; otherwise go back',
    newSale: 'New sale, after an approved payment',
    search: 'Search products',
    discountLine: 'Discount on a line: the one in focus, or the last',
    discountBasket: 'Discount on the whole basket',
    sales: 'Sales',
    lock: 'Lock the till',
    help: 'This list',
  },
  broken: {
    title: 'This window had a problem',
    text: 'Your basket and every payment are kept by the till itself, not by this window. Load it again to go on where you were.',
    reload: 'Load again',
    start: 'The till does not answer',
    startText:
      'The window could not read the till’s state. Load it again; if that does not help, restart Tillside.',
  },
} as const;
