import { type LaunchOptions } from '../host/launch.ts';

/** Starts a till whose machine's clock is wrong by so many days. Only where main runs in Node. */
export const atAnotherTime = (days: number): Pick<LaunchOptions, 'host' | 'env'> => {
  const program = `const now = Date.now; Date.now = () => now() + ${days * 86_400_000};`;
  return {
    host: 'chromium',
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(program)}` },
  };
};
