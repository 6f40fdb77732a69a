import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../renderer/i18n/i18n.ts';
import { stepText, timelineWords } from '../../../renderer/sales/timeline-word.ts';
import { attemptEventSchema } from '../../../shared/attempt-events.ts';
import { evidenceSchema } from '../../../shared/payment-facts.ts';
import { refundEvidenceSchema, refundJournalEventSchema } from '../../../shared/refund.ts';

const { t } = createTranslator('en');

/** The kinds of a union of events that the schemas tell apart by `kind`. */
const kindsOf = (union: {
  readonly options: readonly {
    readonly def: { readonly innerType: { readonly shape: { readonly kind: { readonly value: string } } } };
  }[];
}): readonly string[] => union.options.map(({ def }) => def.innerType.shape.kind.value);

describe('a step of the timeline', () => {
  it('has a word for everything that the journal keeps', () => {
    const steps = [
      ...kindsOf(attemptEventSchema),
      ...kindsOf(refundJournalEventSchema),
      ...[...kindsOf(evidenceSchema), ...kindsOf(refundEvidenceSchema)].map((kind) => `evidence.${kind}`),
    ].filter((step) => step !== 'evidence');
    expect(steps.filter((step) => !timelineWords.some((word) => word === step))).toEqual([]);
  });

  it('says what it brought and who did it', () => {
    expect(stepText(t, { at: 1, step: 'marked', word: 'not-paid', by: 'Ida Berg' })).toEqual({
      name: 'Marked by hand',
      more: ['not paid', 'Ida Berg'],
    });
  });

  it('leaves Dintero’s own words and our codes as they are', () => {
    expect(stepText(t, { at: 1, step: 'evidence.transaction', word: 'CAPTURED' }).more).toEqual(['CAPTURED']);
    expect(stepText(t, { at: 1, step: 'evidence.refused', word: 'terminal.busy' }).more).toEqual([
      'terminal.busy',
    ]);
  });

  it('that only a newer journal knows is named by its code', () => {
    expect(stepText(t, { at: 1, step: 'evidence.telepathy', by: 'Ida Berg' })).toEqual({
      name: 'Something else was noted',
      more: ['evidence.telepathy', 'Ida Berg'],
    });
  });
});
