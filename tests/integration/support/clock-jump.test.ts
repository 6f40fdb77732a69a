import { describe, expect, it } from 'vitest';
import { watchClockJumps } from '../../../electron/support/clock-jump.ts';
import { HandClock } from '../hand-clock.ts';

function watched(): { readonly clock: HandClock; readonly jumps: number[]; readonly stop: () => void } {
  const clock = new HandClock();
  const jumps: number[] = [];
  const stop = watchClockJumps({ clock, onJump: (by) => jumps.push(by) });
  return { clock, jumps, stop };
}

describe('the watch for clock jumps', () => {
  it('is quiet while time passes as it should', async () => {
    const { clock, jumps } = watched();
    await clock.pass(3_600_000);
    expect(jumps).toEqual([]);
  });

  it.each([
    ['a machine that slept for an hour', 3_600_000],
    ['a clock that was set back by a day', -86_400_000],
  ])('notices %s, once', async (_what, by) => {
    const { clock, jumps } = watched();
    await clock.pass(4_000);
    clock.jump(by);
    await clock.pass(60_000);
    expect(jumps).toEqual([by]);
  });

  it('notices nothing once it was stopped', async () => {
    const { clock, jumps, stop } = watched();
    stop();
    clock.jump(3_600_000);
    await clock.pass(60_000);
    expect(jumps).toEqual([]);
  });
});
