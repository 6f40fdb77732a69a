import { describe, expect, it } from 'vitest';
import { type KeyPress, actOf, digitOf, entryKeyOf } from '../../../renderer/app/keyboard.ts';

const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  place: 'elsewhere',
  ...over,
});

describe('the keyboard map', () => {
  it.each([
    [press('F9'), 'charge'],
    [press('F9', { place: 'text' }), 'charge'],
    [press('Enter', { ctrlKey: true, place: 'text' }), 'charge'],
    [press('Escape'), 'escape'],
    [press('F2', { place: 'text' }), 'search'],
    [press('F6'), 'discountLine'],
    [press('F7'), 'discountBasket'],
    [press('F8'), 'sales'],
    [press('l', { ctrlKey: true }), 'lock'],
    [press('L', { ctrlKey: true }), 'lock'],
    [press('?'), 'help'],
    [press('Enter'), 'enter'],
  ])('$0.key does what it should', (key, act) => {
    expect(actOf(key)).toBe(act);
  });

  it.each([
    ['Enter on a button, which presses the button', press('Enter', { place: 'control' })],
    ['Enter in a field', press('Enter', { place: 'text' })],
    ['? in a field, which types it', press('?', { place: 'text' })],
    ['a key that is held down', press('F9', { repeat: true })],
    ['a key of the system', press('F9', { altKey: true })],
    ['a letter', press('a')],
    ['Ctrl and any other key', press('F9', { ctrlKey: true })],
  ])('leaves %s alone', (_, key) => {
    expect(actOf(key)).toBeUndefined();
  });
});

describe('a digit', () => {
  it('is taken from anywhere but a field', () => {
    expect(digitOf(press('5'))).toBe('5');
    expect(digitOf(press('5', { place: 'control' }))).toBe('5');
    expect(digitOf(press('5', { place: 'text' }))).toBeUndefined();
  });

  it('is a plain digit', () => {
    expect(digitOf(press('5', { ctrlKey: true }))).toBeUndefined();
    expect(digitOf(press('a'))).toBeUndefined();
    expect(digitOf(press('F5'))).toBeUndefined();
  });
});

describe('the number pad', () => {
  it.each(['0', '9', ',', '.', '*'])('%s builds the amount from anywhere', (key) => {
    expect(entryKeyOf(press(key))).toEqual({ character: key });
    expect(entryKeyOf(press(key, { place: 'control' }))).toEqual({ character: key });
  });

  it('adds with + and Enter, and takes back with Backspace', () => {
    expect(entryKeyOf(press('+'))).toBe('add');
    expect(entryKeyOf(press('Enter'))).toBe('add');
    expect(entryKeyOf(press('Backspace'))).toBe('delete');
  });

  it('leaves a field its keys, and a button its Enter', () => {
    expect(entryKeyOf(press('5', { place: 'text' }))).toBeUndefined();
    expect(entryKeyOf(press('Enter', { place: 'control' }))).toBeUndefined();
    expect(entryKeyOf(press('5', { ctrlKey: true }))).toBeUndefined();
  });
});
