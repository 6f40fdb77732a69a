import { type FaultTexts } from '../fault-texts.ts';

export const faults = {
  declined: {
    generic: {
      what: 'The card issuer said no.',
      next: 'Ask the customer for another card or another way to pay.',
    },
    'insufficient-funds': {
      what: 'There is not enough money on the card.',
      next: 'Ask the customer for another card or another way to pay.',
    },
    'expired-card': { what: 'The card has expired.', next: 'Ask the customer for another card.' },
    pin: {
      what: 'The card’s PIN was wrong or missing.',
      next: 'Try again; the customer inserts the card and types the PIN.',
    },
    limit: {
      what: 'The amount or the number of payments is above the card’s limit.',
      next: 'Ask the customer for another card or another way to pay.',
    },
    'restricted-card': {
      what: 'The card can’t be used for this.',
      next: 'Ask the customer for another card or another way to pay.',
    },
    verification: {
      what: 'The card issuer could not verify the customer.',
      next: 'Try again with chip and PIN, or ask for another card.',
    },
  },
  cancelled: {
    'at-till': { what: 'Cancelled from this till.', next: 'Try again, or go back to the basket.' },
    voided: {
      what: 'The reservation was released from this till.',
      next: 'No money was taken. The customer’s bank shows it for a few days at most.',
    },
    'at-terminal': { what: 'Cancelled on the terminal.', next: 'Try again, or go back to the basket.' },
  },
  terminal: {
    busy: {
      what: 'The terminal is busy with something else.',
      next: 'Wait until its display is idle, then try again.',
    },
    reserved: {
      what: 'The terminal is kept for another payment whose outcome is not known.',
      next: 'Settle that one on the desk first.',
    },
    'not-active': {
      what: 'Dintero does not have the terminal as active.',
      next: 'See Terminals for its status and what it waits for.',
    },
    gone: {
      what: 'The terminal is no longer in this account.',
      next: 'A manager pairs another one in Settings.',
    },
    refused: {
      what: 'Dintero turned the payment down before it reached the terminal.',
      next: 'Try again. If it happens again, call support with the code.',
    },
    failed: {
      what: 'The payment failed for a technical reason.',
      next: 'Try again. If it happens again, restart the terminal.',
    },
    'refund-running': {
      what: 'Another refund is running on this sale.',
      next: 'Wait until it is done, then read the sale again.',
    },
    'refund-refused': {
      what: 'Dintero turned the refund down.',
      next: 'Read the sale again and look at what remains. If it happens again, call support with the code.',
    },
    'refund-declined': {
      what: 'The card issuer or the customer refused the refund.',
      next: 'Ask for the card that was used, and try again. Otherwise give the money back another way.',
    },
    'refund-card': {
      what: 'The card can’t take money any more: it has expired, or is blocked or closed.',
      next: 'Give the money back another way.',
    },
    'refund-failed': {
      what: 'The refund failed at the terminal or the card issuer.',
      next: 'Try again, with the same card if a card is asked for.',
    },
    'operation-running': {
      what: 'The terminal is already doing something else that you asked for.',
      next: 'Wait until that has ended, then try again.',
    },
    'operation-reserved': {
      what: 'A payment or refund of this till is on the terminal.',
      next: 'Wait until it has ended, or settle it on the Desk. Then try again.',
    },
    'operation-busy': {
      what: 'The terminal was busy with something else the whole time. Nothing was started.',
      next: 'Look at its display. When it is idle, try again.',
    },
    'operation-refused': {
      what: 'Dintero does not take this request for the terminal. Nothing was started.',
      next: 'Look at the terminal in Backoffice. If it looks right there, call support with the code.',
    },
  },
  setup: {
    login: {
      what: 'Dintero does not accept the client ID and secret.',
      next: 'Check both in Backoffice, under Settings, API clients. A secret is shown only once; make a new one if in doubt.',
    },
    rights: {
      what: 'The API client lacks the right to do this.',
      next: 'Give it that right in Backoffice, under Settings, API clients.',
    },
    account: {
      what: 'This belongs to another account than the one that is connected.',
      next: 'Check the account ID.',
    },
    'open-matters': {
      what: 'Payments or refunds of the present account are not settled yet.',
      next: 'Settle them on the Desk, or wait for their outcome, before this till leaves the account.',
    },
    'reply-lost': {
      what: 'Dintero’s reply got lost, so it is not known whether this was done.',
      next: 'Look at what Dintero has now, before you try once more.',
    },
    'store-refused': {
      what: 'Dintero did not take the store.',
      next: 'Check the organisation number: it must be that of the payout destination.',
    },
    'terminal-refused': {
      what: 'Dintero did not take this.',
      next: 'Check the serial number against the label of the terminal, and the store’s payout destination.',
    },
    locked: { what: 'The till is locked.', next: 'Unlock it with your PIN.' },
    denied: {
      what: 'Your role may not do this.',
      next: 'A manager can do it, or change who may in Settings, under People and PINs.',
    },
    'needs-approval': { what: 'A manager has to approve this.', next: 'Try again with a manager’s PIN.' },
    'limit-amount': {
      what: 'The amount is above what may be refunded here.',
      next: 'Refund it in Backoffice.',
    },
    'limit-age': { what: 'The sale is too old to be refunded here.', next: 'Refund it in Backoffice.' },
    'limit-discount': {
      what: 'The discount is larger than anybody may give here.',
      next: 'Give a smaller one.',
    },
    'not-paired': { what: 'This till is not paired.', next: 'Pair it in Settings.' },
    'payout-destination': {
      what: 'The store’s payout destination is not ready to take payments.',
      next: 'Finish its approval in Backoffice, then go on here.',
    },
    'seller-refused': {
      what: 'Dintero did not accept the application. Nothing was created.',
      next: 'Check the organisation number, the bank account and the seller ID, then send it again.',
    },
    'seller-unsure': {
      what: 'Dintero’s reply got lost, and the seller is not in the list so far. It may have been created all the same.',
      next: 'Wait a moment and look at the list again before you send the application a second time.',
    },
    'link-unsafe': {
      what: 'This link does not lead to a safe page (https), so it is not opened.',
      next: 'Open the seller in Backoffice, or call support with the code.',
    },
    'link-gone': {
      what: 'This link is not there any more.',
      next: 'Read the seller again.',
    },
    browser: {
      what: 'The page could not be opened in this computer’s browser.',
      next: 'Scan the QR code with a phone.',
    },
    'keychain-missing': {
      what: 'This computer’s keychain can’t be reached.',
      next: 'On Linux, install and start gnome-keyring or KWallet. Then restart Tillside.',
    },
    'keychain-locked': {
      what: 'This computer’s keychain is locked.',
      next: 'Log in to the computer with its password, or unlock the keychain, then try again.',
    },
    'keychain-empty': {
      what: 'The API client’s secret is not in this computer’s keychain.',
      next: 'Pair the till again in Settings.',
    },
    'secret-kept': {
      what: 'The API client’s secret could not be deleted from this computer’s keychain.',
      next: 'Delete the items named Tillside there by hand, or unlock the keychain, then try again.',
    },
    unpaired: {
      what: 'This till has left its account. Its API clients are deleted from the keychain, and its journal was kept.',
      next: 'To see those payments here again, pair this till with the same account.',
    },
    journal: {
      what: 'The till can’t write to its journal.',
      next: 'Check that the disk has room and can be written to. No payment can start before that.',
    },
    'journal-broken': {
      what: 'The till’s journal has failed its check. No sale or refund can start.',
      next: 'Wait until open payments are settled, then restart Tillside: it sets the file aside and loads the newest backup. Call support with the code.',
    },
    'journal-newer': {
      what: 'The till’s journal was written by a newer version of Tillside. It was left as it is.',
      next: 'Install the newest version of Tillside. No payment can start before that.',
    },
    'journal-restored': {
      what: 'The till’s journal was damaged. It was set aside, nothing of it was overwritten, and a backup was loaded.',
      next: 'Payments made since the backup are read back from Dintero and come onto the Desk. Compare them with Backoffice before you sell, and call support with the code.',
    },
    'journal-begun-anew': {
      what: 'The till’s journal was damaged, and there was no backup that could be used. It was set aside, nothing of it was overwritten, and a new one was begun.',
      next: 'Compare the last sales with Backoffice before you sell, and call support with the code.',
    },
    'journal-backup': {
      what: 'Today’s backup of the till’s journal could not be made.',
      next: 'Check that the disk has room. Sales are not affected.',
    },
    export: {
      what: 'The file could not be written.',
      next: 'Choose another folder, and check that its disk has room. Nothing half-written was left behind.',
    },
    network: { what: 'Dintero can’t be reached.', next: 'Check the network cable or Wi-Fi.' },
    'network-name': {
      what: 'Dintero’s address can’t be found.',
      next: 'Check the network connection and its DNS.',
    },
    'network-tls': {
      what: 'A safe connection to Dintero can’t be made.',
      next: 'Check this computer’s date and time, and whether something filters the network.',
    },
    'network-proxy': {
      what: 'The network’s proxy does not let the till through to Dintero.',
      next: 'Ask whoever runs the network to allow Dintero’s addresses.',
    },
    'network-timeout': {
      what: 'Dintero did not answer in time.',
      next: 'Check the network connection, then try again.',
    },
    'not-ready': {
      what: 'The till is still logging in to Dintero.',
      next: 'This takes a moment; try again.',
    },
    'rate-limited': {
      what: 'Dintero asks for a pause.',
      next: 'Wait a little, then try again.',
    },
    'dintero-down': {
      what: 'Dintero has a problem at the moment.',
      next: 'Wait a little, then try again.',
    },
    rejected: {
      what: 'Dintero did not accept the request.',
      next: 'Try again. If it happens again, call support with the code.',
    },
    'not-found': {
      what: 'Dintero does not know this.',
      next: 'Check that it is in the connected account.',
    },
    answer: {
      what: 'Dintero’s answer could not be read.',
      next: 'Try again. If it happens again, call support with the code.',
    },
    'live-account': {
      what: 'This window may not use an account with real money.',
      next: 'Use an account that begins with T, or run Tillside on Electron.',
    },
    'training-only': { what: 'This is for training mode only.', next: '' },
    'settings-broken': {
      what: 'The settings file was damaged. It was set aside, and nothing of it was overwritten.',
      next: 'Pair the till again in Settings. Sales are not affected.',
    },
    clock: {
      what: 'This computer’s clock is wrong by more than five minutes.',
      next: 'Set the date and time. Times shown here are off until then.',
    },
    bug: {
      what: 'Something went wrong in the till itself.',
      next: 'Look at Sales before you charge again, and call support with the code.',
    },
  },
  unknown: {
    'reply-lost': {
      what: 'Dintero’s reply got lost, so nobody knows yet whether it was started.',
      next: 'The till looks for it and does not send again. Look at the terminal’s display.',
    },
    deadline: {
      what: 'No outcome came within the deadline.',
      next: 'The till keeps asking. Check the terminal, its slip, and Backoffice.',
    },
    contradiction: {
      what: 'What Dintero says does not fit this payment.',
      next: 'Check the terminal, its slip, and Backoffice, and call support with the code.',
    },
    'earlier-attempt': {
      what: 'An earlier payment of this sale has no known outcome.',
      next: 'Settle it first, or charge again in the knowledge that the customer may pay twice.',
    },
  },
  input: {
    required: { what: 'Please fill this in.', next: '' },
    'too-long': { what: 'This is too long.', next: '' },
    'account-id': { what: 'An account ID is T or P and eight digits, such as T12345678.', next: '' },
    'organisation-number': { what: 'A Norwegian organisation number has nine digits.', next: '' },
    'organisation-check-digit': {
      what: 'This is not an organisation number: its last digit does not fit the others.',
      next: 'Look for a digit that is wrong, or two that changed places.',
    },
    'account-number': { what: 'A Norwegian account number has eleven digits.', next: '' },
    'account-check-digit': {
      what: 'This is not an account number: its last digit does not fit the others.',
      next: 'Look for a digit that is wrong, or two that changed places.',
    },
    iban: {
      what: 'This is not an IBAN.',
      next: 'It begins with the two letters of its country, and is as long as that country has it.',
    },
    'iban-check-digits': {
      what: 'This is not an IBAN: its check digits do not fit the rest.',
      next: 'Look for a digit that is wrong, or two that changed places.',
    },
    'seller-id': { what: 'A seller ID is made of letters a to z, digits, - and _.', next: '' },
    'seller-id-taken': { what: 'The account has a seller with this ID already.', next: 'Choose another.' },
    email: { what: 'This is not an e-mail address.', next: '' },
    'phone-number': {
      what: 'This is not a phone number.',
      next: 'Outside of Norway, begin with the code of the country, such as +46.',
    },
    'birth-date': { what: 'This is not a date of birth.', next: 'Type it like 17.05.1980.' },
    'store-id': {
      what: 'A store ID is made of letters without accents, digits, hyphens and underscores, at most 40.',
      next: '',
    },
    'store-id-taken': { what: 'There is a store with this ID already.', next: 'Choose another one.' },
    'store-unknown': {
      what: 'Dintero does not know this store any more.',
      next: 'Choose another one.',
    },
    'store-no-seller': {
      what: 'This store has no payout destination, so a terminal in it could take no payments.',
      next: 'Give it one in Backoffice, or choose another store.',
    },
    'organisation-of-seller': {
      what: 'Dintero did not take it: this is not the organisation number of the payout destination.',
      next: '',
    },
    'serial-letters': {
      what: 'A serial number has digits only.',
      next: 'It stands on the label of the terminal.',
    },
    'serial-length': { what: 'A serial number has 12 digits.', next: '' },
    'serial-simulated': { what: 'A simulated terminal of this account is called otherwise.', next: '' },
    'serial-simulated-live': {
      what: 'A live account has no simulated terminals.',
      next: 'Type the serial number from the label.',
    },
    'serial-taken': { what: 'This terminal is registered already.', next: '' },
    amount: { what: 'This is not an amount.', next: 'Type it like 399.00.' },
    'amount-zero': { what: 'The amount must be above zero.', next: '' },
    'amount-negative': {
      what: 'The amount can’t be negative.',
      next: 'To give money back, refund the sale.',
    },
    'amount-decimals': { what: 'The amount has too many decimals.', next: '' },
    'amount-too-large': { what: 'The amount is larger than Dintero can take.', next: '' },
    quantity: { what: 'A quantity is above 0, at most 9,999, with up to three decimals.', next: '' },
    'vat-rate': { what: 'A VAT rate is from 0 to 100 percent, with up to two decimals.', next: '' },
    percent: { what: 'A percentage is a number up to 100, with up to two decimals.', next: '' },
    'discount-too-large': { what: 'That is more than there is to take it off.', next: '' },
    'nothing-to-charge': {
      what: 'After the discounts there is nothing left to pay.',
      next: 'A terminal can’t take 0. Change a discount, or empty the basket.',
    },
    'basket-empty': { what: 'The basket is empty.', next: 'Add a product or an amount first.' },
    'sale-paid': {
      what: 'This sale is already paid.',
      next: 'Look at it under Sales.',
    },
    'basket-too-large': {
      what: 'The basket would be larger than Dintero can take.',
      next: 'Split it in two sales.',
    },
    'basket-lines': { what: 'A basket holds up to 100 lines.', next: 'Split it in two sales.' },
    'pin-digits': { what: 'A PIN is 4 to 12 digits.', next: '' },
    'pin-repeat': { what: 'The two PINs are not the same.', next: '' },
    'pin-wrong': { what: 'This is not the right PIN.', next: '' },
    'pin-locked': { what: 'Too many wrong PINs.', next: 'Wait, or ask another manager.' },
    'not-a-manager': { what: 'Only a manager can approve this.', next: '' },
    'name-taken': { what: 'Somebody here has this name already.', next: 'Add an initial or a last name.' },
    'last-manager': {
      what: 'This is the only manager.',
      next: 'Make somebody else a manager first.',
    },
    days: { what: 'This is a whole number of days.', next: '' },
    'limit-order': { what: 'The last limit can’t lie below the first.', next: 'Type a larger number.' },
    'idle-minutes': { what: 'This is a whole number of minutes from 1 to 480.', next: '' },
    'approver-denied': { what: 'This person may not approve it.', next: 'Pick somebody else.' },
    'approver-self': { what: 'Nobody approves this for themselves.', next: 'Pick another manager.' },
    address: { what: 'An address must begin with https://.', next: '' },
    deadline: { what: 'The deadline is a whole number from 120 to 600 seconds.', next: '' },
    choose: { what: 'Please choose one.', next: '' },
    'changed-meanwhile': {
      what: 'This has changed in the meantime.',
      next: 'Look at it again, then decide.',
    },
    'refund-over-remainder': { what: 'This is more than can still be refunded.', next: '' },
    'refund-line-over-remainder': { what: 'This is more than remains of the line.', next: '' },
    'refund-nothing-left': { what: 'Nothing is left to refund on this sale.', next: '' },
    'refund-currency': {
      what: 'This sale was paid in another currency than this till’s.',
      next: 'Refund it on a till of that currency, or in Backoffice.',
    },
    'refund-other-seller': {
      what: 'The money of this sale went to another payout destination than this till’s.',
      next: 'Refund it on a till of that destination, or in Backoffice.',
    },
    'payment-unknown': {
      what: 'Dintero knows no such payment on this account.',
      next: 'Check the reference. It may belong to another account.',
    },
    'refund-not-captured': {
      what: 'Only a captured payment can be refunded.',
      next: 'Wait until the payment is captured.',
    },
  },
} as const satisfies FaultTexts;

/** Lines that a fault's detail adds. */
export const faultDetails = {
  scope: 'It needs the scope {{scope}}.',
  digits_one: 'This one has {{count}}.',
  digits_other: 'This one has {{count}}.',
  example: 'Such as {{example}}.',
  sellersNumber: 'That one is {{number}}.',
  takenBy: 'It is {{terminalId}}.',
  takenIn: 'It is {{terminalId}}, in the store {{storeId}}.',
  triesLeft_one: '{{count}} more try before a pause.',
  triesLeft_other: '{{count}} more tries before a pause.',
  noTriesLeft: 'That was one too many: there is a pause now.',
  openMatters_one: '{{count}} is open.',
  openMatters_other: '{{count}} are open.',
  waitSeconds: 'Free again in {{seconds}} s.',
  limit: 'The limit is {{limit}}.',
  limitDays_one: 'The limit is {{count}} day.',
  limitDays_other: 'The limit is {{count}} days.',
  limitPercent: 'The limit is {{limit}} %.',
  remaining: 'What remains is {{amount}}.',
  most: 'At most {{most}} characters.',
} as const;
