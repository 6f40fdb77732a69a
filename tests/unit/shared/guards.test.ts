import { expect, it } from 'vitest';
import { type CallName, type Guard, contract } from '../../../shared/contract.ts';
import type { Right } from '../../../shared/rights.ts';

/** What each call needs a right for; `true` where somebody answers for it with their PIN, whoever asks. */
const guards: Readonly<Partial<Record<CallName, readonly [Right, boolean]>>> = {
  'payments.charge': ['sell', false],
  'payments.tryAgain': ['sell', false],
  'payments.cancel': ['cancel-payment', false],
  'sales.list': ['look-up-sales', false],
  'sales.get': ['look-up-sales', false],
  'sales.store': ['look-up-sales', false],
  'sales.storeTerminals': ['look-up-sales', false],
  'sales.transaction': ['look-up-sales', false],
  'sales.find': ['look-up-sales', false],
  'basket.discountLine': ['discount', false],
  'basket.discountAll': ['discount', false],
  'payments.void': ['void', true],
  'refunds.start': ['refund', true],
  'desk.markPayment': ['mark-outcome', true],
  'desk.markRefund': ['mark-outcome', true],
  'desk.adopt': ['take-over', true],
  'settings.save': ['change-settings', false],
  'staff.saveLock': ['change-settings', false],
  'pairing.begin': ['change-pairing', false],
  'pairing.replaceClient': ['change-pairing', false],
  'pairing.useManagement': ['change-pairing', false],
  'pairing.removeManagement': ['change-pairing', false],
  'pairing.unpair': ['change-pairing', true],
  'staff.add': ['manage-people', false],
  'staff.change': ['manage-people', false],
  'staff.remove': ['manage-people', false],
  'staff.saveRules': ['manage-people', false],
  'staff.resetPin': ['manage-people', true],
  'sellers.apply': ['onboarding', false],
  'sellers.link': ['onboarding', false],
  'stores.create': ['onboarding', false],
  'terminals.register': ['onboarding', false],
  'terminals.change': ['onboarding', false],
  'operations.start': ['terminal-operations', false],
  'audit.page': ['read-audit', false],
  'audit.people': ['read-audit', false],
  'audit.export': ['read-audit', false],
  'audit.cancelExport': ['read-audit', false],
  'audit.dismissExport': ['read-audit', false],
};

/** What everybody at the till may: to look, to mind the basket and the payment before them, and to go. */
const everybodys: readonly CallName[] = [
  'app.snapshot',
  'app.enterTraining',
  'app.leaveTraining',
  'app.dismissNotice',
  'settings.look',
  // The wizard is open because somebody might change the pairing; main refuses its steps else.
  'pairing.leave',
  'pairing.goTo',
  'pairing.connect',
  'pairing.stores',
  'pairing.chooseStore',
  'pairing.profiles',
  'pairing.chooseProfile',
  'pairing.terminals',
  'pairing.chooseTerminal',
  'pairing.otherTills',
  'pairing.tillsOfStore',
  'pairing.nameTill',
  'pairing.finish',
  'terminal.refresh',
  'terminal.pick',
  'health.read',
  'sellers.list',
  'sellers.open',
  'sellers.leave',
  'sellers.readAgain',
  'stores.list',
  'stores.read',
  'stores.sellers',
  'terminals.page',
  'terminals.nextSimulated',
  'terminals.follow',
  'staff.lock',
  'staff.unlock',
  'staff.touch',
  'staff.changePin',
  'catalogue.list',
  'basket.addAmount',
  'basket.addProduct',
  'basket.setQuantity',
  'basket.remove',
  'basket.clear',
  'basket.undo',
  'payments.checkNow',
  'payments.setAside',
  'payments.freeTerminal',
  'payments.newSale',
  'payments.backToBasket',
  'payments.alarmSeen',
  'refunds.offer',
  'refunds.otherTerminals',
  'refunds.checkNow',
  'refunds.freeTerminal',
  'refunds.seen',
  'refunds.leave',
  'desk.evidence',
  'desk.adoptableSales',
  'training.setScenario',
  'training.press',
];

const calls: readonly (readonly [string, { readonly guard?: Guard }])[] = Object.entries(contract).flatMap(
  ([feature, methods]) =>
    Object.entries(methods).map(([method, call]) => [`${feature}.${method}`, call] as const),
);

it('a call needs the right that is named for it here', () => {
  const guarded = calls.flatMap(([name, { guard }]) =>
    guard ? [[name, [guard.right, guard.signed]] as const] : [],
  );
  expect(Object.fromEntries(guarded)).toEqual(guards);
});

it('a call that needs none is everybody’s on purpose', () => {
  const free = calls.flatMap(([name, { guard }]) => (guard ? [] : [name]));
  expect(free.toSorted()).toEqual(everybodys.toSorted());
});
