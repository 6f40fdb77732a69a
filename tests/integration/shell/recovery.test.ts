import { describe, expect, it } from 'vitest';
import { recoverPage } from '../../../electron/shell/recovery.ts';
import { silentLog } from '../../../electron/support/log.ts';

type Listener = Parameters<Parameters<typeof recoverPage>[0]['on']>[1];

function watched() {
  const seen = { reloads: 0, lost: 0 };
  const listeners: Listener[] = [];
  let now = 0;
  let destroyed = false;
  recoverPage(
    {
      on: (_event, listener) => listeners.push(listener),
      isDestroyed: () => destroyed,
      reload: () => {
        seen.reloads += 1;
      },
    },
    {
      clock: { now: () => now, uptime: () => now, after: () => () => undefined },
      log: silentLog,
      onLost: () => {
        seen.lost += 1;
      },
    },
  );
  return {
    seen,
    lose: (reason: Parameters<Listener>[1]['reason'], at: number) => {
      now = at;
      for (const listener of listeners) listener({}, { reason, exitCode: 5 });
    },
    destroy: () => {
      destroyed = true;
    },
  };
}

describe('A page whose process has died', () => {
  it('loads it again', () => {
    const { seen, lose } = watched();
    lose('crashed', 1_000);
    expect(seen).toEqual({ reloads: 1, lost: 0 });
  });

  it('gives up when it dies again at once', () => {
    const { seen, lose } = watched();
    lose('crashed', 1_000);
    lose('oom', 2_000);
    expect(seen).toEqual({ reloads: 1, lost: 1 });
  });

  it('loads it again when it had held for a while', () => {
    const { seen, lose } = watched();
    lose('crashed', 1_000);
    lose('killed', 62_000);
    expect(seen).toEqual({ reloads: 2, lost: 0 });
  });

  it('lets it be when it ended in good order or its window is gone', () => {
    const { seen, lose, destroy } = watched();
    lose('clean-exit', 1_000);
    destroy();
    lose('crashed', 2_000);
    expect(seen).toEqual({ reloads: 0, lost: 0 });
  });
});
