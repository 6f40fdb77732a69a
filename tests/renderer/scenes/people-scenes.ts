import { type Page } from 'playwright';
import { fault, inputFault } from '../../../shared/fault.ts';
import { type Snapshot } from '../../../shared/contract.ts';
import { usualRules } from '../../../shared/rights.ts';
import { cashier, manager, otherManager } from '../samples/basket-samples.ts';
import { quietTill } from '../samples/till-samples.ts';
import { type Scene, catalogue, openRail, sold, till, training } from './scene.ts';

const managed = (over: Partial<Snapshot['staff']> = {}): Pick<Snapshot, 'staff'> => ({
  staff: { ...quietTill.staff, signedIn: manager, lock: { atStart: true, afterMinutes: 10 }, ...over },
});

const many = Array.from({ length: 14 }, (_, index) => ({
  id: `person-${index}`,
  name: index === 3 ? 'Aleksandra Wilhelmine Konstanse Haugen-Kristoffersen d.e.' : `Colleague ${index + 1}`,
  role: index % 5 === 0 ? ('manager' as const) : ('cashier' as const),
}));

/** Fills in a manager's yes in the dialog that asks for it. */
export async function approve(page: Page): Promise<void> {
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('combobox', { name: /^(Reason|Grunn)$/ }).fill('Told to by the owner');
  await dialog.getByRole('combobox', { name: /^(Approved by|Godkjent av)$/ }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('textbox', { name: /^(PIN|PIN-kode)$/ }).fill('1234');
}

const openPeople = async (page: Page): Promise<void> => {
  await openRail(/^(Settings|Innstillinger)$/)(page);
  await page.getByRole('button', { name: /^(People and PINs|Personer og PIN-koder)$/ }).click();
};

const press = (page: Page, name: RegExp): Promise<void> => page.getByRole('button', { name }).click();
const pressLast = (page: Page): Promise<void> =>
  page.getByRole('alertdialog').getByRole('button').last().click();

export const peopleScenes: readonly Scene[] = [
  { name: 'people', snapshot: till(managed()), prepare: openPeople },
  {
    name: 'people-one',
    snapshot: training(managed({ people: [manager], lock: { atStart: false, afterMinutes: null } })),
    prepare: openPeople,
  },
  { name: 'people-many', snapshot: till(managed({ people: [manager, ...many] })), prepare: openPeople },
  {
    name: 'people-limits',
    snapshot: till(
      managed({
        rules: {
          ...usualRules,
          limits: {
            refundAmount: { managerAbove: 200_000, deniedAbove: 1_000_000 },
            refundAgeDays: { managerAbove: 30, deniedAbove: 365 },
            discountPercent: { managerAbove: 10, deniedAbove: 50 },
          },
        },
      }),
    ),
    prepare: async (page) => {
      await openPeople(page);
      await page
        .getByRole('textbox', { name: /^(Refund: nobody above|Refusjon: ingen over)$/ })
        .fill('100,00');
      await press(page, /^(Save limits|Lagre grenser)$/);
      await page.locator('[data-code="input.limit-order"]').waitFor();
    },
  },
  {
    name: 'people-choice',
    snapshot: till(managed()),
    prepare: async (page) => {
      await openPeople(page);
      await page.locator('[data-right="refund"]').getByRole('combobox').first().click();
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'people-add',
    snapshot: till(managed()),
    answers: { 'staff.add': { fault: inputFault('input.name-taken', 'name') } },
    prepare: async (page) => {
      await openPeople(page);
      await press(page, /^(Add a person|Legg til en person)$/);
      await page.getByRole('alertdialog').getByRole('textbox').first().fill(otherManager.name);
      await pressLast(page);
      await page.locator('[data-code="input.name-taken"]').waitFor();
    },
  },
  {
    name: 'people-change',
    snapshot: till(managed({ people: [manager, cashier] })),
    answers: { 'staff.change': { fault: inputFault('input.last-manager', 'role') } },
    prepare: async (page) => {
      await openPeople(page);
      await page
        .getByRole('button', { name: /^(Change|Endre) / })
        .first()
        .click();
      await pressLast(page);
      await page.locator('[data-code="input.last-manager"]').waitFor();
    },
  },
  {
    name: 'people-own-pin',
    snapshot: till(managed()),
    answers: { 'staff.changePin': { fault: inputFault('input.pin-wrong', 'oldPin', { left: 3 }) } },
    prepare: async (page) => {
      await openPeople(page);
      await press(page, /^(Change PIN of|Bytt PIN-kode for) /);
      await pressLast(page);
      await page.locator('[data-code="input.pin-wrong"]').waitFor();
    },
  },
  {
    name: 'people-reset-pin',
    snapshot: till(managed()),
    answers: { 'staff.resetPin': { fault: inputFault('input.pin-locked', 'pin', { seconds: 60 }) } },
    prepare: async (page) => {
      await openPeople(page);
      await page
        .getByRole('button', { name: /^(Reset PIN of|Ny PIN-kode for) / })
        .last()
        .click();
      await page.getByRole('alertdialog').getByRole('textbox').first().fill('8642');
      await approve(page);
      await pressLast(page);
      await page.locator('[data-code="input.pin-locked"]').waitFor();
    },
  },
  {
    name: 'people-remove',
    snapshot: till(managed({ people: [manager, cashier] })),
    answers: { 'staff.remove': { fault: inputFault('input.last-manager') } },
    prepare: async (page) => {
      await openPeople(page);
      await page
        .getByRole('button', { name: /^(Remove|Fjern) / })
        .first()
        .click();
      await pressLast(page);
      await page.locator('[data-code="input.last-manager"]').waitFor();
    },
  },
  {
    name: 'people-switch',
    snapshot: till({ ...sold, ...managed() }),
    answers: { ...catalogue, 'staff.unlock': { fault: inputFault('input.pin-wrong', 'pin', { left: 2 }) } },
    prepare: async (page) => {
      await press(page, /(switch person|bytt person)$/);
      await page.getByRole('alertdialog').getByRole('textbox').fill('9999');
      await pressLast(page);
      await page.locator('[data-code="input.pin-wrong"]').waitFor();
    },
  },
  {
    name: 'approval',
    snapshot: till(),
    answers: { 'settings.save': { fault: fault('setup.needs-approval', { right: 'change-settings' }) } },
    prepare: async (page, wire) => {
      await openRail(/^(Settings|Innstillinger)$/)(page);
      await press(page, /^(Save|Lagre)$/);
      await approve(page);
      wire.answer('settings.save', { fault: inputFault('input.pin-locked', 'pin', { seconds: 30 }) });
      await pressLast(page);
      await page.locator('[data-code="input.pin-locked"]').waitFor();
    },
  },
  {
    name: 'approval-nobody',
    snapshot: till({ staff: { ...quietTill.staff, people: [cashier] } }),
    answers: { 'settings.save': { fault: fault('setup.needs-approval', { right: 'change-settings' }) } },
    prepare: async (page) => {
      await openRail(/^(Settings|Innstillinger)$/)(page);
      await press(page, /^(Save|Lagre)$/);
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'settings-denied',
    snapshot: till(),
    answers: { 'settings.save': { fault: fault('setup.denied', { right: 'change-settings' }) } },
    prepare: async (page) => {
      await openRail(/^(Settings|Innstillinger)$/)(page);
      await press(page, /^(Save|Lagre)$/);
      await page.locator('[data-code="setup.denied"]').waitFor();
    },
  },
];
