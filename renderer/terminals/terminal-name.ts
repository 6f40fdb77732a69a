import { type TFunction } from 'i18next';

interface Named {
  readonly terminalId: string;
  readonly serialNumber?: string | undefined;
}

const tailLength = 4;

/** The end of the serial number, which is on the label of the terminal; else of its id. */
export const tailOf = ({ serialNumber, terminalId }: Named): string =>
  (serialNumber ?? terminalId).slice(-tailLength).replace(/^\W+/, '');

/** How a terminal is called in a sentence: `terminal …2607`. */
export const terminalName = (t: TFunction, terminal: Named | undefined): string =>
  terminal
    ? t('common.terminal', { name: t('common.serialTail', { tail: tailOf(terminal) }) })
    : t('common.theTerminal');
