import type { PowerMonitor } from 'electron';

/** Tells when the machine goes to sleep and when it is back. To be called once Electron is ready. */
export function watchPower(
  monitor: Pick<PowerMonitor, 'on'>,
  { onSuspend, onResume }: { readonly onSuspend: () => void; readonly onResume: () => void },
): void {
  monitor.on('suspend', onSuspend);
  monitor.on('resume', onResume);
}
