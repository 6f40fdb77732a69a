import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Baskets } from '../../../electron/baskets/baskets.ts';
import { type Journal, openJournal } from '../../../electron/journal/journal.ts';
import type { LineInput } from '../../../shared/basket.ts';
import { fault } from '../../../shared/fault.ts';
import { currency, largestAmount, minorUnits } from '../../../shared/money.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Permit } from '../../../shared/rights.ts';
import { vatRate } from '../../../shared/vat.ts';
import { HandClock } from '../hand-clock.ts';
import { managersLeave } from '../payments/people.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let folder: string;
let journal: Journal | undefined;
let frozenSale: string | undefined;
let changes: number;
let baskets: Baskets;

beforeEach(() => {
  folder = temporaryFolder();
  frozenSale = undefined;
  changes = 0;
  baskets = openBaskets();
});

afterEach(() => closeJournal());

/** An attempt of the sale that came to disk. */
const started = () => ok(null);

const file = (): string => join(folder, 'journal-T12345678.sqlite');

function openBaskets(): Baskets {
  const opened = openJournal({
    file: file(),
    accountId: 'T12345678',
    clock: new HandClock(),
    onHeadFailure: (error) => {
      throw error;
    },
  });
  if (!opened.ok) throw new Error(opened.error.code);
  ({ journal } = opened.value);
  return new Baskets({
    records: journal.baskets,
    currency: currency('NOK'),
    frozenFor: (saleId) => (saleId === frozenSale ? 'counter7-k3f9-20261120-000184-1' : undefined),
    onChange: () => {
      changes += 1;
    },
  });
}

function closeJournal(): void {
  journal?.close();
  journal = undefined;
}

/** The till is closed and opened again. */
function restart(): void {
  closeJournal();
  baskets = openBaskets();
}

const coffee: LineInput = {
  productId: 'coffee',
  description: 'Coffee',
  quantity: 1,
  unitPrice: minorUnits(19950),
  vatRate: vatRate(15),
};
const bag: LineInput = { description: 'Bag', quantity: 1, unitPrice: minorUnits(500), vatRate: vatRate(25) };

const shown = (): readonly string[] =>
  baskets.open.lines.map(({ description, quantity, amount }) => `${quantity} ${description} ${amount}`);
const lineId = (place: number): string => baskets.open.lines[place]?.lineId ?? 'none';

describe('A basket after a restart', () => {
  it('has the lines that it had', () => {
    baskets.add(coffee);
    baskets.add(bag);
    restart();
    expect(shown()).toEqual(['1 Coffee 19950', '1 Bag 500']);
  });

  it('is the same basket', () => {
    baskets.add(coffee);
    const { id } = baskets.open;
    restart();
    expect(baskets.open.id).toBe(id);
  });

  it('has the same total and VAT on the screen', () => {
    baskets.add({ ...coffee, quantity: 2 });
    baskets.add(bag);
    const before = baskets.view(undefined);
    restart();
    expect(baskets.view(undefined)).toEqual(before);
  });

  it('can be undone step by step', () => {
    baskets.add(coffee);
    baskets.add(bag);
    restart();
    baskets.undo();
    expect(shown()).toEqual(['1 Coffee 19950']);
  });

  it('is no sale when its attempt did not come to disk', () => {
    baskets.add(coffee);
    const refused = baskets.becomesSale('sale-1', () => err(fault('setup.journal', { why: 'full' })));
    expect([refused.ok, baskets.open.saleId]).toEqual([false, undefined]);
    restart();
    expect(baskets.open.saleId).toBeUndefined();
  });

  it('still is the sale that it became', () => {
    baskets.add(coffee);
    baskets.becomesSale('sale-1', started);
    restart();
    expect(baskets.open.saleId).toBe('sale-1');
  });
});

describe('A change of the basket', () => {
  it('sets how many of a line', () => {
    baskets.add(coffee);
    baskets.setQuantity(lineId(0), 3);
    restart();
    expect(shown()).toEqual(['3 Coffee 59850']);
  });

  it('takes a line out', () => {
    baskets.add(coffee);
    baskets.add(bag);
    baskets.remove(lineId(0));
    restart();
    expect(shown()).toEqual(['1 Bag 500']);
  });

  it('clears it', () => {
    baskets.add(coffee);
    baskets.startNew();
    restart();
    expect(shown()).toEqual([]);
  });

  it('begins another basket when it is cleared', () => {
    baskets.add(coffee);
    const { id } = baskets.open;
    baskets.startNew();
    expect(baskets.open.id).not.toBe(id);
  });

  it('gives a line a discount, and the basket another', () => {
    baskets.add({ ...coffee, quantity: 2 });
    baskets.add(bag);
    baskets.discountLine(lineId(0), { by: 'amount', amount: minorUnits(9900) }, managersLeave);
    baskets.discountAll({ by: 'percent', percent: 1000 }, managersLeave);
    restart();
    expect(shown()).toEqual(['2 Coffee 27000', '1 Bag 450']);
    expect(baskets.view(undefined).total).toBe(27_450);
  });

  it('gives no discount beyond the leave for it, measured with the one that is there', () => {
    const tenPercent: Pick<Permit, 'within'> = {
      within: ({ discountPercent = 0 }) =>
        discountPercent > 10 ? fault('setup.needs-approval', { right: 'discount' }) : undefined,
    };
    baskets.add(coffee);
    expect(baskets.discountLine(lineId(0), { by: 'percent', percent: 1000 }, tenPercent)).toEqual(ok(null));
    expect(baskets.discountAll({ by: 'percent', percent: 100 }, tenPercent)).toMatchObject({
      error: { code: 'setup.needs-approval' },
    });
    expect(shown()).toEqual(['1 Coffee 17955']);
  });

  it('takes a discount away', () => {
    baskets.add(coffee);
    baskets.discountLine(lineId(0), { by: 'percent', percent: 5000 }, managersLeave);
    baskets.discountLine(lineId(0), undefined, managersLeave);
    expect(shown()).toEqual(['1 Coffee 19950']);
  });

  it('is told once', () => {
    baskets.add(coffee);
    expect(changes).toBe(1);
  });
});

describe('Undo', () => {
  it.each<[string, () => void]>([
    ['a line that was added', () => baskets.add(bag)],
    ['a quantity that was set', () => baskets.setQuantity(lineId(0), 7)],
    ['a line that was taken out', () => baskets.remove(lineId(0))],
    ['a basket that was cleared', () => baskets.startNew()],
    [
      'a discount on a line',
      () => baskets.discountLine(lineId(0), { by: 'percent', percent: 1000 }, managersLeave),
    ],
    ['a discount on the basket', () => baskets.discountAll({ by: 'percent', percent: 1000 }, managersLeave)],
  ])('takes back %s', (_what, change) => {
    baskets.add({ ...coffee, quantity: 2 });
    const before = baskets.open;
    change();
    baskets.undo();
    expect(baskets.open).toEqual(before);
  });

  it('goes back to the empty basket, and no further', () => {
    baskets.add(coffee);
    baskets.undo();
    expect(baskets.undo()).toEqual({ ok: true, value: null });
    expect(baskets.view(undefined)).toMatchObject({ canUndo: false, basket: { lines: [] } });
  });

  it('goes back fifty steps', () => {
    for (let count = 0; count < 60; count += 1) baskets.add(bag);
    for (let count = 0; count < 60; count += 1) baskets.undo();
    expect(baskets.open.lines).toHaveLength(10);
  });

  it('does not count what was refused as a step', () => {
    baskets.add(coffee);
    baskets.add({ ...bag, unitPrice: minorUnits(0) });
    baskets.undo();
    expect(shown()).toEqual([]);
  });

  it('never brings a paid sale back to be charged again', () => {
    baskets.add(coffee);
    baskets.becomesSale('sale-1', started);
    baskets.startNew();
    baskets.paid('sale-1');
    baskets.undo();
    expect(shown()).toEqual([]);
  });
});

describe('Undo, past a charged basket that was emptied step by step and cleared', () => {
  beforeEach(() => {
    baskets.add(coffee);
    baskets.remove(lineId(0));
    baskets.add(coffee);
    baskets.becomesSale('sale-1', started);
    baskets.undo();
    baskets.startNew();
  });

  it('comes back to the same sale', () => {
    baskets.undo();
    expect(shown()).toEqual(['1 Coffee 19950']);
    expect(baskets.open.saleId).toBe('sale-1');
  });

  it('never brings it back once it is paid', () => {
    baskets.paid('sale-1');
    baskets.undo();
    expect(shown()).toEqual([]);
  });
});

describe('What the basket refuses', () => {
  it.each<[string, LineInput, string]>([
    ['an amount of 0', { ...bag, unitPrice: minorUnits(0) }, 'input.amount-zero'],
    ['an amount below 0', { ...bag, unitPrice: minorUnits(-1) }, 'input.amount-zero'],
    ['an amount above int32', { ...bag, unitPrice: minorUnits(largestAmount + 1) }, 'input.basket-too-large'],
  ])('is %s', (_what, line, code) => {
    expect(baskets.add(line)).toMatchObject({ ok: false, error: { code } });
  });

  it('is a line that brings the whole basket above int32', () => {
    baskets.add({ ...bag, unitPrice: minorUnits(largestAmount - 100) });
    expect(baskets.add({ ...bag, unitPrice: minorUnits(101) })).toMatchObject({
      ok: false,
      error: { code: 'input.basket-too-large' },
    });
  });

  it('is a quantity that brings the whole basket above int32', () => {
    baskets.add({ ...bag, unitPrice: minorUnits(largestAmount - 100) });
    baskets.add({ ...bag, unitPrice: minorUnits(50) });
    expect(baskets.setQuantity(lineId(1), 3)).toMatchObject({
      ok: false,
      error: { code: 'input.basket-too-large' },
    });
  });

  it('is not a basket of int32 to the øre', () => {
    baskets.add({ ...bag, unitPrice: minorUnits(largestAmount - 100) });
    baskets.add({ ...bag, unitPrice: minorUnits(50), quantity: 2 });
    expect(baskets.view(undefined).total).toBe(largestAmount);
  });

  it('changes nothing on disk', () => {
    baskets.add(coffee);
    baskets.add({ ...bag, unitPrice: minorUnits(largestAmount) });
    restart();
    expect(shown()).toEqual(['1 Coffee 19950']);
  });
});

describe('A basket of an open attempt (P5)', () => {
  beforeEach(() => {
    baskets.add(coffee);
    baskets.becomesSale('sale-1', started);
    frozenSale = 'sale-1';
  });

  it.each<[string, () => unknown]>([
    ['added to', () => baskets.add(bag)],
    ['changed in a quantity', () => baskets.setQuantity(lineId(0), 2)],
    ['taken from', () => baskets.remove(lineId(0))],
    ['cleared', () => baskets.startNew()],
    ['undone', () => baskets.undo()],
  ])('can’t be %s', (_how, change) => {
    expect(change()).toEqual({
      ok: false,
      error: { code: 'terminal.reserved', detail: { reference: 'counter7-k3f9-20261120-000184-1' } },
    });
    expect(shown()).toEqual(['1 Coffee 19950']);
  });

  it('leaves the counter when it is paid', () => {
    baskets.paid('sale-1');
    restart();
    expect(baskets.open).toMatchObject({ lines: [] });
    expect(baskets.open.saleId).toBeUndefined();
  });

  it('stays what it was for the sale when it is changed and charged again', () => {
    frozenSale = undefined;
    baskets.add(bag);
    expect(baskets.open.saleId).toBe('sale-1');
  });
});

describe('A basket whose journal somebody else writes in for too long', () => {
  it('is not changed, and says so', () => {
    baskets.add(coffee);
    const backup = new DatabaseSync(file());
    backup.exec('BEGIN IMMEDIATE');
    onTestFinished(() => backup.close());
    expect(baskets.add(bag)).toMatchObject({ ok: false, error: { code: 'setup.journal' } });
    expect(shown()).toEqual(['1 Coffee 19950']);
  });
});
