import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/i18n/en.ts';
import { createTranslator } from '../../../renderer/i18n/i18n.ts';
import { nb } from '../../../renderer/i18n/nb.ts';
import { type FaultCode, faults } from '../../../shared/fault.ts';

/** Every text of a dictionary by its path. */
function texts(words: object, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]): readonly (readonly [string, string])[] => {
      const place = path === '' ? key : `${path}.${key}`;
      if (typeof value === 'string') return [[place, value]];
      return typeof value === 'object' && value !== null ? [...texts(value as object, place)] : [];
    }),
  );
}

const gaps = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();

const english = texts(en);
const norwegian = texts(nb);

describe('the dictionaries', () => {
  it('have the same keys', () => {
    expect([...norwegian.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it('leave the same gaps to fill', () => {
    for (const [key, text] of english) {
      expect(gaps(norwegian.get(key) ?? ''), key).toEqual(gaps(text));
    }
  });

  it('have words for everything but what comes after a fault', () => {
    for (const [key, text] of [...english, ...norwegian]) {
      if (!key.startsWith('faults.') || key.endsWith('.what')) expect(text.trim(), key).not.toBe('');
    }
  });

  it('use no straight quotes, no three dots and no double spaces', () => {
    for (const [key, text] of [...english, ...norwegian]) {
      expect(text, key).not.toMatch(/'|"|\.\.\.| {2}/);
    }
  });

  it('E1: every fault is of one of five families, or of what was typed, and says whether money moved', () => {
    for (const [code, money] of Object.entries(faults)) {
      expect(code).toMatch(/^(declined|cancelled|terminal|setup|unknown|input)\.[a-z-]+$/);
      expect(['not-moved', 'may-have-moved', 'none'], code).toContain(money);
    }
  });

  it.each(['en', 'nb'] as const)('E1: have a text for every fault, in %s', (locale) => {
    const { t } = createTranslator(locale);
    for (const code of Object.keys(faults) as FaultCode[]) {
      expect(t(`faults.${code}.what`), code).not.toContain('faults.');
      expect(t(`faults.${code}.next`), code).not.toContain('faults.');
    }
  });

  it('choose the plural of their language', () => {
    expect(createTranslator('en').t('sell.lines', { count: 1 })).toBe('1 line');
    expect(createTranslator('en').t('sell.lines', { count: 4 })).toBe('4 lines');
    expect(createTranslator('nb').t('sell.lines', { count: 1 })).toBe('1 linje');
    expect(createTranslator('nb').t('sell.lines', { count: 0 })).toBe('0 linjer');
  });
});

describe('what is said about money', () => {
  it('never says failed where the outcome is unknown', () => {
    for (const [key, text] of english) {
      if (key.startsWith('pay.unknown') || key.startsWith('faults.unknown')) {
        expect(text, key).not.toMatch(/fail/i);
      }
    }
    for (const [key, text] of norwegian) {
      if (key.startsWith('pay.unknown') || key.startsWith('faults.unknown')) {
        expect(text, key).not.toMatch(/mislyk|feilet/i);
      }
    }
  });

  it('never calls Tillside a cash register', () => {
    for (const [key, text] of english) {
      if (/cash register/i.test(text)) expect(key).toMatch(/^pairing\.manager\.register/);
    }
  });
});
