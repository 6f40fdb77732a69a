import { z } from 'zod';
import { type BankAccountNumber, readBankAccount } from './bank-account.ts';
import { readBirthDate, readEmail, readPhoneNumber } from './contact-details.ts';
import { inputFault } from './fault.ts';
import { readOrganisationNumber } from './organisation-number.ts';
import { type Result, err, ok } from './result.ts';
import { readSellerId } from './seller-id.ts';

/** A test account answers an application at once, as its description tells it to. */
export const testOutcomeSchema = z.enum(['AUTO_APPROVE', 'AUTO_DECLINE', 'AUTO_WAITING_FOR_SIGNATURE']);
export type TestOutcome = z.infer<typeof testOutcomeSchema>;

export const payoutIntervalSchema = z.enum(['daily', 'weekly', 'monthly']);
export type PayoutInterval = z.infer<typeof payoutIntervalSchema>;

const typed = z.string().max(1000);

/** An application for a new seller (payout destination) as it is typed. What it does not ask for stays as it is. */
export const sellerFormSchema = z
  .object({
    payoutDestinationId: typed,
    type: z.enum(['company', 'individual']),
    name: typed,
    organisationNumber: typed,
    /** Where the company is registered, or the person lives: ISO 3166-1 alpha-2. */
    country: z.string().regex(/^[A-Z]{2}$/),
    birthDate: typed,
    phoneNumber: typed,
    email: typed,
    addressLine: typed,
    postalCode: typed,
    city: typed,
    accountType: z.enum(['BBAN', 'IBAN']),
    accountNumber: typed,
    /** ISO 4217 */
    currency: z.string().regex(/^[A-Z]{3}$/),
    payoutReference: typed,
    payoutInterval: payoutIntervalSchema,
    description: typed,
    signerName: typed,
    signerEmail: typed,
    signerTitle: typed,
    language: z.enum(['en', 'no']),
    testOutcome: testOutcomeSchema.nullable(),
  })
  .readonly();
export type SellerForm = z.infer<typeof sellerFormSchema>;
export type SellerField = keyof SellerForm;

export const emptySellerForm: SellerForm = {
  payoutDestinationId: '',
  type: 'company',
  name: '',
  organisationNumber: '',
  country: 'NO',
  birthDate: '',
  phoneNumber: '',
  email: '',
  addressLine: '',
  postalCode: '',
  city: '',
  accountType: 'BBAN',
  accountNumber: '',
  currency: 'NOK',
  payoutReference: '',
  payoutInterval: 'daily',
  description: '',
  signerName: '',
  signerEmail: '',
  signerTitle: '',
  language: 'no',
  testOutcome: null,
};

/** An application that can be sent: everything is tidied up, and what was left empty is absent. */
export interface SellerApplication {
  readonly payoutDestinationId: string;
  readonly name: string;
  readonly owner:
    | { readonly type: 'company'; readonly organisationNumber: string; readonly country: string }
    | {
        readonly type: 'individual';
        /** ISO 8601, `1980-05-17`. */
        readonly birthDate?: string;
        /** With the code of its country: `+4722334455`. */
        readonly phoneNumber?: string;
        readonly email?: string;
        readonly addressLine?: string;
        readonly postalCode?: string;
        readonly city?: string;
        readonly country: string;
      };
  readonly account: BankAccountNumber;
  readonly currency: string;
  readonly payoutReference: string;
  readonly payoutInterval: PayoutInterval;
  readonly description?: string;
  readonly signer: { readonly name: string; readonly email: string; readonly title?: string };
  readonly language: 'en' | 'no';
}

/** Longer than a name, a street or a reference is; what Dintero itself takes is not documented. */
const longestText = 140;

interface FormReading {
  /** In ms since 1970. */
  readonly now: number;
  /** A test outcome counts on a test account alone. */
  readonly testAccount: boolean;
}

/** Reads the form as far as the first mistake, in the order in which it stands on the screen. */
export function readSellerForm(
  form: SellerForm,
  { now, testAccount }: FormReading,
): Result<SellerApplication> {
  const name = readText(form, 'name', 'required');
  if (!name.ok) return name;
  const owner = form.type === 'company' ? readCompany(form) : readPerson(form, now);
  if (!owner.ok) return owner;
  const id = readSellerId(form.payoutDestinationId, 'payoutDestinationId');
  if (!id.ok) return id;
  const account = readBankAccount(form.accountNumber, form.accountType, 'accountNumber');
  if (!account.ok) return account;
  const payoutReference = readText(form, 'payoutReference', 'required');
  if (!payoutReference.ok) return payoutReference;
  const outcome = testAccount ? form.testOutcome : null;
  const description = outcome === null ? readText(form, 'description', 'optional') : ok(outcome);
  if (!description.ok) return description;
  const signer = readSigner(form);
  if (!signer.ok) return signer;
  return ok({
    payoutDestinationId: id.value,
    name: name.value,
    owner: owner.value,
    account: account.value,
    currency: form.currency,
    payoutReference: payoutReference.value,
    payoutInterval: form.payoutInterval,
    ...given({ description: description.value }),
    signer: signer.value,
    language: form.language,
  });
}

function readCompany(form: SellerForm): Result<SellerApplication['owner']> {
  const number = readOrganisationNumber(form.organisationNumber, form.country, 'organisationNumber');
  return number.ok
    ? ok({ type: 'company', organisationNumber: number.value, country: form.country })
    : number;
}

/** Dintero's own form asks for whatever is left out here. */
function readPerson(form: SellerForm, now: number): Result<SellerApplication['owner']> {
  const birthDate = unlessEmpty(form.birthDate, (text) => readBirthDate(text, now, 'birthDate'));
  if (!birthDate.ok) return birthDate;
  const phoneNumber = unlessEmpty(form.phoneNumber, (text) =>
    readPhoneNumber(text, form.country, 'phoneNumber'),
  );
  if (!phoneNumber.ok) return phoneNumber;
  const email = unlessEmpty(form.email, (text) => readEmail(text, 'email'));
  if (!email.ok) return email;
  const addressLine = readText(form, 'addressLine', 'optional');
  if (!addressLine.ok) return addressLine;
  const postalCode = readText(form, 'postalCode', 'optional');
  if (!postalCode.ok) return postalCode;
  const city = readText(form, 'city', 'optional');
  if (!city.ok) return city;
  return ok({
    type: 'individual',
    ...given({
      birthDate: birthDate.value,
      phoneNumber: phoneNumber.value,
      email: email.value,
      addressLine: addressLine.value,
      postalCode: postalCode.value,
      city: city.value,
    }),
    country: form.country,
  });
}

function readSigner(form: SellerForm): Result<SellerApplication['signer']> {
  const name = readText(form, 'signerName', 'required');
  if (!name.ok) return name;
  const email = readEmail(form.signerEmail, 'signerEmail');
  if (!email.ok) return email;
  const title = readText(form, 'signerTitle', 'optional');
  if (!title.ok) return title;
  return ok({ name: name.value, email: email.value, ...given({ title: title.value }) });
}

type FreeText =
  | 'name'
  | 'addressLine'
  | 'postalCode'
  | 'city'
  | 'payoutReference'
  | 'description'
  | 'signerName'
  | 'signerTitle';

function readText(form: SellerForm, field: FreeText, need: 'required' | 'optional'): Result<string> {
  const text = form[field].trim();
  if (text === '' && need === 'required') return err(inputFault('input.required', field));
  if (text.length > longestText) return err(inputFault('input.too-long', field, { most: longestText }));
  return ok(text);
}

const unlessEmpty = (text: string, read: (text: string) => Result<string>): Result<string> =>
  text.trim() === '' ? ok('') : read(text);

/** What is not empty. */
const given = <Names extends string>(
  texts: Readonly<Record<Names, string>>,
): Partial<Record<Names, string>> =>
  Object.fromEntries(Object.entries<string>(texts).filter(([, text]) => text !== '')) as Partial<
    Record<Names, string>
  >;
