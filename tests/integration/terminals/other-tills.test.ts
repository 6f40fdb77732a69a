import { describe, expect, it } from 'vitest';
import { OtherTills, readOtherTills } from '../../../electron/terminals/other-tills.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import { HandClock } from '../hand-clock.ts';
import { clientOf } from '../pairing/open-wizard.ts';
import { type OpenTill, openTill } from '../payments/open-till.ts';
import { terminalId } from '../payments/till-parts.ts';

const secondId = 'T00000001-T0002';
const day = 24 * 3_600_000;

/** Another till in the same account, which has just sold something. */
async function soldBeside(
  till: OpenTill,
  setUp: { readonly tillName: string; readonly terminalId?: string },
): Promise<OpenTill> {
  const other = await openTill({ beside: till, ...setUp });
  const { attemptId } = await other.charge(39_900);
  other.press('tap', setUp.terminalId);
  await other.payments.checkNow(attemptId);
  return other;
}

const othersOf = (till: OpenTill) => till.paired.terminalsView().otherTills;

describe('another till that uses the same terminal (P2)', () => {
  it('is told by its name as it stands in references, with the last time', async () => {
    const till = await openTill();
    await soldBeside(till, { tillName: 'Kiosk 2' });
    const at = till.clock.now();
    await till.pass(600_000);
    expect(othersOf(till)).toEqual([{ terminalId, till: 'kiosk2', lastSeenAt: at }]);
  });

  it('is told when it has the same name, for its journal is another', async () => {
    const till = await openTill();
    await soldBeside(till, { tillName: 'Counter 7' });
    await till.pass(600_000);
    expect(othersOf(till)).toMatchObject([{ till: 'counter7' }]);
  });

  it('bars nothing', async () => {
    const till = await openTill();
    await soldBeside(till, { tillName: 'Kiosk 2' });
    await till.pass(600_000);
    expect(till.paired.basketView().blocked).toBeUndefined();
    expect(await till.charge(39_900)).toMatchObject({ terminalId });
  });

  it('is not told of a terminal that is not this till’s', async () => {
    const till = await openTill();
    await soldBeside(till, { tillName: 'Kiosk 2', terminalId: secondId });
    await till.pass(600_000);
    expect(othersOf(till)).toEqual([]);
  });

  it('is told of each of this till’s terminals', async () => {
    const till = await openTill({ otherTerminalIds: [secondId] });
    await soldBeside(till, { tillName: 'Kiosk 2', terminalId: secondId });
    await till.pass(600_000);
    expect(othersOf(till)).toMatchObject([{ terminalId: secondId, till: 'kiosk2' }]);
  });

  it('is not this till itself', async () => {
    const till = await openTill();
    await till.sell(39_900);
    await till.pass(600_000);
    expect(othersOf(till)).toEqual([]);
  });

  it('is forgotten a day after its last payment', async () => {
    const clock = new HandClock();
    const tills = new OtherTills(clock, () => []);
    const sold = {
      id: 'T00000001.one',
      amount: minorUnits(100),
      currency: currency('NOK'),
      merchant_reference: 'kiosk2-bcdfg-20261120-000001-1',
      created_at: new Date(clock.now()).toISOString(),
    };
    tills.note(sold, terminalId);
    await clock.pass(day);
    const lastMoment = tills.view();
    await clock.pass(1);
    expect([lastMoment.length, tills.view()]).toEqual([1, []]);
  });
});

describe('who uses a terminal that is about to be chosen', () => {
  it('is read by its id, without those parts that are this till’s own', async () => {
    const till = await openTill();
    await till.sell(39_900);
    const other = await soldBeside(till, { tillName: 'Kiosk 2' });
    const client = clientOf(till.sandbox, till.clock);
    const read = (own: readonly string[]) => readOtherTills(client, [{ terminalId }], till.clock, own);
    expect(await read(till.paired.journalParts)).toMatchObject({ ok: true, value: [{ till: 'kiosk2' }] });
    expect(await read(other.paired.journalParts)).toMatchObject({ ok: true, value: [{ till: 'counter7' }] });
    await client.close();
  });

  it('can’t be told when Dintero can’t be read', async () => {
    const till = await openTill();
    till.disturb(/^\/v1\/transactions$/, { kind: 'answer', status: 500 });
    const client = clientOf(till.sandbox, till.clock);
    expect(await readOtherTills(client, [{ terminalId }], till.clock, [])).toMatchObject({
      error: { code: 'setup.dintero-down' },
    });
    await client.close();
  });
});
