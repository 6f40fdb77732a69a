import { type i18n, createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Locale } from '../../shared/views/app.ts';
import { en } from './en.ts';
import { nb } from './nb.ts';

/** Makes the translator. Everything is in the bundle, so it is ready when this returns. */
export function createTranslator(locale: Locale): i18n {
  const translator = createInstance();
  void translator.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    defaultNS: 'till',
    resources: { en: { till: en }, nb: { till: nb } },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    // A fault may have nothing more to say.
    returnEmptyString: true,
  });
  return translator;
}
