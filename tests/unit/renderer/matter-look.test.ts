import { describe, expect, it } from 'vitest';
import { paymentStateOf, toneOf } from '../../../renderer/desk/matter-look.ts';
import {
  attemptMark,
  matter,
  orphan,
  refundMark,
  refundOnDesk,
} from '../../renderer/samples/desk-samples.ts';
import { learned } from '../../renderer/samples/payment-samples.ts';

describe('a matter on the desk', () => {
  it('has the tone of its state', () => {
    expect(toneOf(matter())).toBe('unknown');
    expect(toneOf(matter({ ...learned.authorized, reason: undefined }))).toBe('approved');
    expect(toneOf(refundOnDesk())).toBe('waiting');
  });

  it('is amber when somebody must look at it, whatever its state', () => {
    expect(toneOf(orphan())).toBe('unknown');
    expect(toneOf(refundOnDesk({ state: 'done', overlapAt: 1 }))).toBe('unknown');
    expect(toneOf(refundOnDesk({ state: 'failed', mark: refundMark('done') }))).toBe('unknown');
  });

  it('shows what a manager has said of a payment, and is no outcome for that (P20)', () => {
    const marked = matter({ mark: attemptMark('not-paid') });
    expect(paymentStateOf(marked)).toBe('marked-not-paid');
    expect(toneOf(marked)).toBe('unknown');
  });

  it('in a state that this version does not know is neutral', () => {
    expect(paymentStateOf({ ...matter(), state: 'levitating' })).toBeUndefined();
    expect(toneOf({ ...matter(), state: 'levitating' })).toBe('neutral');
    expect(toneOf({ ...refundOnDesk(), state: 'levitating' })).toBe('neutral');
  });
});
