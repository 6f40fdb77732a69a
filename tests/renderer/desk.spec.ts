import { type Locator, type Page } from 'playwright';
import { fault, inputFault } from '../../shared/fault.ts';
import { manager, otherManager } from './samples/basket-samples.ts';
import { evidence, matter, orphan } from './samples/desk-samples.ts';
import { sceneNamed } from './gallery.ts';
import { argumentsOf, button, expect, test, textbox } from './till-test.ts';

const unknownPayment = 'counter1-k3f9-20261120-000182-1';

const rowOf = (page: Page, reference: string): Locator => page.locator(`[data-reference="${reference}"]`);
const dialogOf = (page: Page): Locator => page.getByRole('alertdialog');

test.describe('Desk', () => {
  test('has a row for each open matter, with its acts', async ({ open }) => {
    const { page, wire } = await open('desk');
    const row = rowOf(page, unknownPayment);
    await expect(row).toHaveAttribute('data-state', 'unknown');
    await row.getByRole('button', { name: 'Check now' }).click();
    expect(await argumentsOf(wire, 'payments.checkNow')).toEqual([{ attemptId: 'attempt-9' }]);
    await row.getByRole('button', { name: 'Free the terminal…' }).click();
    await dialogOf(page).getByRole('button', { name: /^Yes/ }).click();
    expect(await argumentsOf(wire, 'payments.freeTerminal')).toEqual([{ attemptId: 'attempt-9' }]);
  });

  test('offers what main takes now, and nothing else', async ({ open }) => {
    const nothing = {
      checkNow: false,
      cancel: false,
      freeTerminal: false,
      mark: false,
      void: false,
      adopt: false,
      seen: false,
    };
    const { page, wire } = await open('desk');
    wire.push('desk', { matters: [{ ...matter(), can: nothing }], alarms: [] });
    await expect(rowOf(page, unknownPayment).getByRole('button')).toHaveText([
      'Open the sale',
      'What happened',
    ]);
  });

  test('cancels at Dintero', async ({ open }) => {
    const { page, wire } = await open('desk-orphan');
    await button(page, 'Cancel at Dintero').click();
    expect(await argumentsOf(wire, 'payments.cancel')).toEqual([{ attemptId: 'attempt-found-too' }]);
  });

  test('is busy with the act that was pressed, and takes no other meanwhile', async ({ open }) => {
    const { page, wire } = await open('desk-overlap');
    wire.answer('refunds.checkNow', { never: true });
    const row = page.locator('[data-state="running"]');
    await row.getByRole('button', { name: 'Check now' }).click();
    await expect(row.getByRole('button', { name: 'Check now' })).toHaveAttribute('aria-busy', 'true');
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(1);
    await row.getByRole('button', { name: 'Mark as seen' }).click();
    expect(wire.callsOf('refunds.seen')).toEqual([]);
  });

  test('keeps a refund that met another one until somebody has seen it (R4)', async ({ open }) => {
    const { page, wire } = await open('desk-overlap');
    const over = page.locator('[data-state="done"]');
    await expect(over).toContainText('Two refunds were taken at the same moment');
    await expect(over.getByRole('button', { name: 'Check now' })).toHaveCount(0);
    await over.getByRole('button', { name: 'Mark as seen' }).click();
    expect(await argumentsOf(wire, 'refunds.seen')).toEqual([{ refundId: 'refund-done' }]);
  });

  test('goes on looking after a refund that met another one and still runs', async ({ open }) => {
    const { page, wire } = await open('desk-overlap');
    const running = page.locator('[data-state="running"]');
    await running.getByRole('button', { name: 'Check now' }).click();
    expect(await argumentsOf(wire, 'refunds.checkNow')).toEqual([{ refundId: 'refund-running' }]);
  });

  test('says why the money is not certain', async ({ open }) => {
    const { page } = await open('desk');
    await expect(page.locator('[data-code="unknown.deadline"]')).toContainText('within the deadline');
  });

  test('says that a refund ended other than a manager had said, until that is seen', async ({ open }) => {
    const { page, wire } = await open('desk-contradiction');
    await expect(page.locator('[data-state="failed"]')).toContainText('says that it did not');
    const twice = page.locator('[data-state="done"]');
    await expect(twice).toContainText('the customer has it twice');
    await twice.getByRole('button', { name: 'Mark as seen' }).click();
    expect(await argumentsOf(wire, 'refunds.seen')).toEqual([{ refundId: 'refund-done' }]);
  });

  test('says what a manager has said, and why it is still listed (P20)', async ({ open }) => {
    const { page } = await open('desk-marked');
    const row = rowOf(page, unknownPayment);
    await expect(row).toHaveAttribute('data-state', 'unknown');
    await expect(row).toContainText('A manager has marked it as paid.');
    await expect(row).toContainText('because it holds the terminal');
    await row.getByRole('button', { name: 'Free the terminal…' }).click();
    await expect(dialogOf(page)).not.toContainText('stays on the desk');
  });

  test('tells what to do with a payment that this till had no record of (P14)', async ({ open }) => {
    const { page } = await open('desk-orphan');
    const row = rowOf(page, 'counter1-k3f9-20261119-000139-1');
    await expect(row).toContainText('Payment without a record');
    await expect(row).toContainText('take it over');
  });
});

test.describe('What happened to a matter', () => {
  test('is read when it is asked for, and not before', async ({ open }) => {
    const { page, wire } = await open({
      ...sceneNamed('desk'),
      answers: { 'desk.evidence': { value: evidence } },
    });
    const row = rowOf(page, unknownPayment);
    expect(wire.callsOf('desk.evidence')).toEqual([]);
    await row.getByRole('button', { name: 'What happened' }).click();
    await expect(row.getByRole('listitem')).toHaveCount(evidence.length);
    expect(await argumentsOf(wire, 'desk.evidence')).toEqual([{ kind: 'attempt', id: 'attempt-9' }]);
  });

  test('says what each step brought, in words', async ({ open }) => {
    const { page } = await open('desk-history');
    await expect(page.getByText('Marked by hand')).toContainText('not paid · Ola Dahl');
    await expect(page.getByText('Terminal let go')).toContainText('its display was idle · Ola Dahl');
  });

  test('shows a step that this version has no word for', async ({ open }) => {
    const { page } = await open('desk-history');
    await expect(page.getByText('Something else was noted')).toContainText('evidence.telepathy · HUNCH');
  });

  test('is read again when main has news', async ({ open }) => {
    const { page, wire } = await open('desk-history');
    const more = [...evidence, { at: evidence[0]?.at ?? 0, step: 'found' }];
    wire.answer('desk.evidence', { value: more });
    wire.push('desk', { matters: [matter({ terminalFreedAt: 1 }, false)], alarms: [] });
    await expect(page.getByText('Found at Dintero')).toBeVisible();
  });

  test('is read again after a reading that failed', async ({ open }) => {
    const { page, wire } = await open('desk-history-unread');
    wire.answer('desk.evidence', { value: evidence });
    await button(page, 'Read again').click();
    await expect(page.getByText('Deadline passed')).toBeVisible();
  });
});

/** Why, who, and their PIN. */
const sign = async (page: Page, pin = '1234'): Promise<void> => {
  await page.getByRole('combobox', { name: 'Reason' }).click();
  await page.getByRole('option', { name: 'The slip says so' }).click();
  await page.getByRole('combobox', { name: 'Approved by' }).click();
  await page.getByRole('option', { name: manager.name }).click();
  await textbox(page, 'PIN').fill(pin);
};

const signed = { approval: { reason: 'The slip says so', approverId: manager.id, pin: '1234' } };

test.describe('Marking by hand (P20)', () => {
  for (const [name, verdict] of [
    ['It was paid', 'paid'],
    ['It was not paid', 'not-paid'],
  ] as const) {
    test(`says of a payment: ${name}`, async ({ open }) => {
      const { page, wire } = await open('desk-mark-payment');
      await page.getByRole('radio', { name, exact: true }).click();
      await sign(page);
      await button(page, 'Mark').click();
      expect(await argumentsOf(wire, 'desk.markPayment')).toEqual([
        { attemptId: 'attempt-9', verdict, ...signed },
      ]);
      await expect(dialogOf(page)).toBeHidden();
    });
  }

  for (const [name, verdict] of [
    ['The money went back', 'done'],
    ['The money did not go back', 'not-done'],
  ] as const) {
    test(`says of a refund: ${name}`, async ({ open }) => {
      const { page, wire } = await open('desk-mark-refund');
      await page.getByRole('radio', { name, exact: true }).click();
      await sign(page);
      await button(page, 'Mark').click();
      expect(await argumentsOf(wire, 'desk.markRefund')).toEqual([
        { refundId: 'refund-unknown', verdict, ...signed },
      ]);
    });
  }

  test('names what to check first, both losses, and whose word decides (P17)', async ({ open }) => {
    const { page } = await open('desk-mark-payment');
    await expect(dialogOf(page)).toContainText('the terminal’s display, its slip, then Backoffice');
    await expect(dialogOf(page)).toContainText('they are lost');
    await expect(dialogOf(page)).toContainText('the customer pays twice');
    await expect(dialogOf(page)).toContainText('Dintero’s word still decides');
  });

  test('says what is missing, one thing at a time, and sends nothing', async ({ open }) => {
    const { page, wire } = await open('desk-mark-payment');
    const mistake = page.getByRole('alert');
    await button(page, 'Mark').click();
    await expect(mistake).toHaveAttribute('data-code', 'input.choose');
    await expect(page.getByRole('radio', { name: 'It was paid' })).toBeFocused();
    await page.getByRole('radio', { name: 'It was paid' }).click();
    await expect(mistake).toBeHidden();
    await button(page, 'Mark').click();
    await expect(page.getByRole('combobox', { name: 'Reason' })).toBeFocused();
    await page.keyboard.type('Seen in Backoffice');
    await button(page, 'Mark').click();
    await expect(page.getByRole('combobox', { name: 'Approved by' })).toBeFocused();
    await page.getByRole('combobox', { name: 'Approved by' }).click();
    await page.getByRole('option', { name: manager.name }).click();
    await button(page, 'Mark').click();
    await expect(textbox(page, 'PIN')).toBeFocused();
    await expect(mistake).toHaveAttribute('data-code', 'input.required');
    expect(wire.callsOf('desk.markPayment')).toEqual([]);
  });

  test('keeps all but the PIN after a wrong one', async ({ open }) => {
    const { page } = await open('desk-mark-refused');
    await expect(page.locator('[data-code="input.pin-wrong"]').last()).toBeVisible();
    await expect(textbox(page, 'PIN')).toHaveValue('');
    await expect(textbox(page, 'PIN')).toBeFocused();
    await expect(page.getByRole('radio', { name: 'It was paid' })).toBeChecked();
    await expect(page.getByRole('combobox', { name: 'Reason' })).toHaveValue('The customer showed the slip');
    await expect(page.getByRole('combobox', { name: 'Approved by' })).toHaveText(manager.name);
  });

  for (const [field, name] of [
    ['reason', 'Reason'],
    ['approver', 'Approved by'],
  ] as const) {
    test(`shows at its field what main refuses: ${name}`, async ({ open }) => {
      const { page, wire } = await open('desk-mark-payment');
      const code = field === 'reason' ? 'input.too-long' : 'input.not-a-manager';
      wire.answer('desk.markPayment', { fault: inputFault(code, field) });
      await page.getByRole('radio', { name: 'It was paid' }).click();
      await sign(page);
      await button(page, 'Mark').click();
      await expect(page.locator(`[data-code="${code}"]`)).toBeVisible();
      await expect(page.getByRole('combobox', { name })).toBeFocused();
    });
  }

  for (const refusal of [fault('setup.locked'), inputFault('input.changed-meanwhile')]) {
    test(`says why main does not take it: ${refusal.code}`, async ({ open }) => {
      const { page, wire } = await open('desk-mark-payment');
      wire.answer('desk.markPayment', { fault: refusal });
      await page.getByRole('radio', { name: 'It was not paid' }).click();
      await sign(page);
      await button(page, 'Mark').click();
      const message = dialogOf(page).locator(`[data-code="${refusal.code}"]`);
      await expect(message).toBeVisible();
      await expect(message).not.toContainText('No money has moved');
      await expect(textbox(page, 'PIN')).toHaveValue('');
    });
  }

  test('forgets the PIN when another manager is picked', async ({ open }) => {
    const { page } = await open('desk-mark-payment');
    await sign(page);
    await page.getByRole('combobox', { name: 'Approved by' }).click();
    await page.getByRole('option', { name: otherManager.name }).click();
    await expect(textbox(page, 'PIN')).toHaveValue('');
  });

  test('takes only managers', async ({ open }) => {
    const { page } = await open('desk-mark-payment');
    await page.getByRole('combobox', { name: 'Approved by' }).click();
    await expect(page.getByRole('option')).toHaveText([manager.name, otherManager.name]);
  });

  test('is sent once for two quick presses', async ({ open }) => {
    const { page, wire } = await open('desk-mark-payment');
    wire.answer('desk.markPayment', { never: true });
    await page.getByRole('radio', { name: 'It was paid' }).click();
    await sign(page);
    await button(page, 'Mark').dblclick({ force: true });
    expect(await argumentsOf(wire, 'desk.markPayment')).toHaveLength(1);
  });

  test('begins anew each time it is opened', async ({ open }) => {
    const { page } = await open('desk-mark-refused');
    await button(page, 'Leave it as it is').click();
    await button(page, 'Mark by hand…').click();
    await expect(page.getByRole('radio', { name: 'It was paid' })).not.toBeChecked();
    await expect(page.getByRole('combobox', { name: 'Reason' })).toHaveValue('');
  });
});

test.describe('Taking over (P14)', () => {
  test('makes a sale of its own unless another is chosen', async ({ open }) => {
    const { page, wire } = await open('desk-take-over-none');
    await expect(page.getByRole('radio', { name: 'As a sale of its own' })).toBeChecked();
    await expect(dialogOf(page)).toContainText('no unpaid sale of this amount');
    await sign(page);
    await button(page, 'Take over').click();
    expect(await argumentsOf(wire, 'desk.adopt')).toEqual([
      { attemptId: 'attempt-found', saleId: null, ...signed },
    ]);
    await expect(dialogOf(page)).toBeHidden();
  });

  test('takes it for a sale that was left unpaid', async ({ open }) => {
    const { page, wire } = await open('desk-take-over');
    expect(await argumentsOf(wire, 'desk.adoptableSales')).toEqual([{ attemptId: 'attempt-found' }]);
    await page.getByRole('radio', { name: /^For sale 181/ }).click();
    await sign(page);
    await button(page, 'Take over').click();
    expect(await argumentsOf(wire, 'desk.adopt')).toEqual([
      { attemptId: 'attempt-found', saleId: 'sale-181', ...signed },
    ]);
  });

  test('reads the sales again that could not be read', async ({ open }) => {
    const { page, wire } = await open('desk-take-over-unread');
    wire.answer('desk.adoptableSales', { value: [] });
    await button(page, 'Read again').click();
    await expect(dialogOf(page)).toContainText('no unpaid sale of this amount');
  });

  test('says at the PIN that it was wrong, and keeps the rest', async ({ open }) => {
    const { page, wire } = await open('desk-take-over');
    wire.answer('desk.adopt', { fault: inputFault('input.pin-wrong', 'pin', { left: 3 }) });
    await sign(page, '9999');
    await button(page, 'Take over').click();
    await expect(dialogOf(page).locator('[data-code="input.pin-wrong"]')).toBeVisible();
    await expect(textbox(page, 'PIN')).toHaveValue('');
    await expect(page.getByRole('radio', { name: /^For sale 182/ })).toBeChecked();
  });
});

test.describe('The desk by keys', () => {
  test('opens what happened with Enter, and closes it', async ({ open }) => {
    const { page } = await open({
      ...sceneNamed('desk'),
      answers: { 'desk.evidence': { value: evidence } },
    });
    const trigger = rowOf(page, unknownPayment).getByRole('button', { name: 'What happened' });
    await trigger.focus();
    await page.keyboard.press('Enter');
    await expect(trigger).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByText('Deadline passed')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(trigger).toHaveAttribute('aria-expanded', 'false');
    await expect(page.getByText('Deadline passed')).toBeHidden();
  });

  test('marks a payment without a pointer', async ({ open }) => {
    const { page, wire } = await open('desk');
    await button(page, 'Mark by hand…').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: 'It was paid' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'It was not paid' })).toBeChecked();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('combobox', { name: 'Reason' })).toBeFocused();
    await page.keyboard.type('Seen in Backoffice');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('combobox', { name: 'Approved by' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', { name: manager.name })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Approved by' })).toHaveText(manager.name);
    await page.keyboard.press('Tab');
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    expect(await argumentsOf(wire, 'desk.markPayment')).toEqual([
      {
        attemptId: 'attempt-9',
        verdict: 'not-paid',
        approval: { reason: 'Seen in Backoffice', approverId: manager.id, pin: '1234' },
      },
    ]);
  });

  for (const [scene, name] of [
    ['desk', 'Mark by hand…'],
    ['desk-orphan', 'Take over…'],
    ['desk', 'Free the terminal…'],
  ] as const) {
    test(`leaves “${name}” with Esc, and the focus returns`, async ({ open }) => {
      const { page } = await open(scene);
      const opener = button(page, name).first();
      await opener.focus();
      await page.keyboard.press('Enter');
      await expect(dialogOf(page)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialogOf(page)).toBeHidden();
      await expect(opener).toBeFocused();
    });
  }

  test('closes an open list with Esc before the dialog, and keeps what was typed', async ({ open }) => {
    const { page } = await open('desk-mark-payment');
    await page.getByRole('combobox', { name: 'Reason' }).click();
    await page.keyboard.type('Seen');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(dialogOf(page)).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Reason' })).toHaveValue('Seen');
  });

  test('takes a reason in one’s own words: the list gives way to the next field', async ({ open }) => {
    const { page } = await open('desk-mark-payment');
    await page.getByRole('combobox', { name: 'Reason' }).click();
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.type('Seen on the slip');
    await expect(page.getByRole('listbox')).toBeHidden();
    await page.getByRole('combobox', { name: 'Approved by' }).click();
    await page.getByRole('option').first().click();
    await expect(page.getByRole('combobox', { name: 'Reason' })).toHaveValue('Seen on the slip');
  });

  test('leaves acts of the till alone while a dialog is open', async ({ open }) => {
    const { page, wire } = await open('desk-mark-payment');
    await page.keyboard.press('F8');
    await page.keyboard.press('Control+l');
    await expect(dialogOf(page)).toBeVisible();
    expect(wire.callsOf('staff.lock')).toEqual([]);
  });

  test('finds the focus on the heading when the matter is gone with its dialog', async ({ open }) => {
    const { page, wire } = await open('desk-take-over-none');
    wire.push('desk', { matters: [], alarms: [] });
    await expect(page.getByText('Nothing is open')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeFocused();
  });

  test('finds the focus on the heading when the act is gone that opened the dialog', async ({ open }) => {
    const { page, wire } = await open('desk-take-over-none');
    await button(page, 'Leave it as it is').click();
    await expect(button(page, 'Take over…')).toBeFocused();
    wire.push('desk', {
      matters: [{ ...orphan(), can: { ...orphan().can, adopt: false } }],
      alarms: [],
    });
    await expect(page.getByRole('heading', { level: 1, name: 'Desk' })).toBeFocused();
  });
});
