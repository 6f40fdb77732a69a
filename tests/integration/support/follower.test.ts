import { setImmediate as turn } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { Follower } from '../../../electron/support/follower.ts';
import { HandClock } from '../hand-clock.ts';

/** A look that is under way, until the test answers it. */
interface Question {
  readonly id: string;
  /** With the pause in ms until the next look; with none when there is nothing more to see. */
  readonly answer: (pauseMs?: number) => Promise<void>;
  readonly breakDown: (error: Error) => Promise<void>;
}

let clock: HandClock;
let questions: Question[];
let bugs: unknown[];
let follower: Follower;

beforeEach(() => {
  clock = new HandClock();
  questions = [];
  bugs = [];
  follower = new Follower({
    clock,
    look: (id) =>
      new Promise<number | undefined>((resolve, reject) => {
        questions.push({
          id,
          answer: (pauseMs) => {
            resolve(pauseMs);
            return turn();
          },
          breakDown: (error) => {
            reject(error);
            return turn();
          },
        });
      }),
    onBug: (error) => bugs.push(error),
  });
});

const asked = (): readonly string[] => questions.map(({ id }) => id);

async function answer(place: number, pauseMs?: number): Promise<void> {
  const question = questions[place];
  if (!question) throw new Error(`Question ${place} was not asked`);
  await question.answer(pauseMs);
}

describe('A follower', () => {
  it('looks at once', () => {
    follower.follow('a');
    expect(asked()).toEqual(['a']);
  });

  it('looks again after the pause that the look gave', async () => {
    follower.follow('a');
    await answer(0, 1_000);
    await clock.pass(999);
    expect(asked()).toEqual(['a']);
    await clock.pass(1);
    expect(asked()).toEqual(['a', 'a']);
  });

  it('ends when there is nothing more to see', async () => {
    follower.follow('a');
    await answer(0);
    expect(clock.waiting).toEqual([]);
  });

  it('begins anew with what it had ended with', async () => {
    follower.follow('a');
    await answer(0);
    follower.follow('a');
    expect(asked()).toEqual(['a', 'a']);
  });

  it('follows a thing once, however often it is told to', async () => {
    follower.follow('a');
    await answer(0, 1_000);
    follower.follow('a');
    expect(asked()).toEqual(['a']);
    expect(clock.waiting).toEqual([1_000]);
  });

  it('follows many at once, each in its own rhythm', async () => {
    follower.follow('a');
    follower.follow('b');
    await answer(0, 1_000);
    await answer(1, 1_500);
    await clock.pass(1_000);
    await answer(2, 1_000);
    await clock.pass(500);
    expect(asked()).toEqual(['a', 'b', 'a', 'b']);
  });

  it('is told of a look that threw, and looks again after 15 s', async () => {
    follower.follow('a');
    await questions[0]?.breakDown(new Error('planned'));
    expect(bugs).toEqual([new Error('planned')]);
    expect(clock.waiting).toEqual([15_000]);
  });
});

describe('A follower that is told to look now', () => {
  it('does not wait for the pause to end', async () => {
    follower.follow('a');
    await answer(0, 60_000);
    void follower.lookNow('a');
    expect(asked()).toEqual(['a', 'a']);
  });

  it('begins a new pause with it (P8)', async () => {
    follower.follow('a');
    await answer(0, 1_000);
    await clock.pass(600);
    void follower.lookNow('a');
    await answer(1, 1_000);
    expect(clock.waiting).toEqual([1_000]);
  });

  it('asks one question at a time (P8)', async () => {
    follower.follow('a');
    void follower.lookNow('a');
    void follower.lookNow('a');
    await turn();
    expect(asked()).toEqual(['a']);
  });

  it('looks once more after the look that was under way, for all who asked meanwhile', async () => {
    follower.follow('a');
    void follower.lookNow('a');
    void follower.lookNow('a');
    await answer(0, 1_000);
    expect(asked()).toEqual(['a', 'a']);
  });

  it('drops the pause of an answer that came for the older question (P8)', async () => {
    follower.follow('a');
    void follower.lookNow('a');
    await answer(0, 1_000);
    await clock.pass(5_000);
    expect(asked()).toEqual(['a', 'a']);
  });

  it('goes on when the newer answer wants it, though the older one was the end', async () => {
    follower.follow('a');
    void follower.lookNow('a');
    await answer(0);
    await answer(1, 2_000);
    expect(clock.waiting).toEqual([2_000]);
  });

  it('ends when the newer answer is the end, though the older one was not', async () => {
    follower.follow('a');
    void follower.lookNow('a');
    await answer(0, 1_000);
    await answer(1);
    expect(clock.waiting).toEqual([]);
  });

  it('tells who asked when their look is over, not before', async () => {
    let over = false;
    follower.follow('a');
    void follower.lookNow('a').then(() => {
      over = true;
    });
    await answer(0, 1_000);
    expect(over).toBe(false);
    await answer(1, 1_000);
    expect(over).toBe(true);
  });

  it('looks at everything at once when the network is back', async () => {
    follower.follow('a');
    follower.follow('b');
    await answer(0, 60_000);
    await answer(1, 60_000);
    follower.lookNowAtAll();
    expect(asked()).toEqual(['a', 'b', 'a', 'b']);
  });
});

describe('A follower that was closed', () => {
  it('asks no more', async () => {
    follower.follow('a');
    await answer(0, 1_000);
    follower.close();
    await clock.pass(10_000);
    expect(asked()).toEqual(['a']);
  });

  it('makes nothing of an answer that comes later', async () => {
    follower.follow('a');
    follower.close();
    await answer(0, 1_000);
    expect(clock.waiting).toEqual([]);
  });

  it('does not take up the look that was asked for while another was under way', async () => {
    follower.follow('a');
    void follower.lookNow('a');
    follower.close();
    await answer(0, 1_000);
    expect(asked()).toEqual(['a']);
  });
});
