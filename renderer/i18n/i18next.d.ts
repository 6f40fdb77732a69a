import { type en } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'till';
    resources: { till: typeof en };
    returnNull: false;
  }
}
