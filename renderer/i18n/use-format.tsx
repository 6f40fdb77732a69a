import { type ReactNode, createContext, useContext, useMemo } from 'react';
import { type Currency } from '../../shared/money.ts';
import { type Locale } from '../../shared/views/app.ts';
import { type Format, createFormat } from './format.ts';

interface Formats {
  readonly format: Format;
  readonly currency: Currency;
}

const FormatContext = createContext<Formats | undefined>(undefined);

interface FormatProviderProps {
  readonly locale: Locale;
  /** What this till sells in. */
  readonly currency: Currency;
  readonly children: ReactNode;
}

/** Makes the formatters once for each language that is picked. */
export function FormatProvider({ locale, currency, children }: FormatProviderProps) {
  const format = useMemo(() => createFormat(locale), [locale]);
  const formats = useMemo(() => ({ format, currency }), [format, currency]);
  return <FormatContext value={formats}>{children}</FormatContext>;
}

function useFormats(): Formats {
  const formats = useContext(FormatContext);
  if (!formats) throw new Error('Outside of FormatProvider');
  return formats;
}

export const useFormat = (): Format => useFormats().format;

/** What this till sells in. */
export const useTillCurrency = (): Currency => useFormats().currency;
