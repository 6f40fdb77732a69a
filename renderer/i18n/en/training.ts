export const training = {
  title: 'Simulated terminal',
  sale: 'Purchase',
  refund: 'Refund',
  tapSale: 'Tap, insert or swipe',
  tapRefund: 'Hold the card here',
  ready: 'Ready',
  unplugged: 'No power',
  menu: { title: 'Menu', service: 'Service', network: 'Network', about: 'About' },
  result: {
    approved: 'Approved',
    declined: 'Declined',
    cancelled: 'Cancelled',
    refunded: 'Refunded',
    'timed-out': 'Timed out',
  },
  tap: 'Tap card',
  decline: 'Decline',
  cancel: 'Cancel on terminal',
  unplug: 'Unplug',
  plugIn: 'Plug in',
  scenarios: 'Out of the ordinary',
  scenariosText: 'Switch on what you want to practise. It has an effect on the training account alone.',
  scenario: {
    'terminal-needs-update': {
      name: 'The terminal needs an update',
      about: 'No sale can go to it until you have gone through the steps under Terminals.',
    },
    'seller-under-review': {
      name: 'The seller is under review',
      about: 'Its store can’t be chosen when you pair, and carries no new store.',
    },
    'terminal-busy': {
      name: 'The terminal is busy',
      about: 'Somebody has asked it for its logs in Backoffice: other requests wait.',
    },
  },
} as const;
