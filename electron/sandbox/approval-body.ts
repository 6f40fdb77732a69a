import { z } from 'zod';

/** `POST …/management/settings/approvals/payout-destinations`, as the published specification has it, and nothing beyond. */

const text = z.string().min(1);
const country = z.string().regex(/^[A-Z]{2}$/);
const currency = z.string().regex(/^[A-Z]{3}$/);
const email = z.email();

const bankAccountSchema = z
  .strictObject({
    bank_name: text.optional(),
    bank_account_number: text.optional(),
    bank_account_number_type: z.enum(['IBAN', 'BBAN']).optional(),
    bank_account_country_code: country.optional(),
    bank_account_currency: currency,
    payout_currency: currency,
    bank_identification_code: text.optional(),
  })
  .refine((account) => isAccountNumber(account), 'bank_account_number is none');

const individualSchema = z.strictObject({
  name: text.optional(),
  birth_date: z.iso.date().optional(),
  phone_number: text.optional(),
  email: email.optional(),
  address_line: text.optional(),
  address_line_2: text.optional(),
  address_postal_code: text.optional(),
  address_city: text.optional(),
  address_country: country.optional(),
});

export const approvalBodySchema = z
  .strictObject({
    language: z.enum(['en', 'no']).optional(),
    payout_destination_id: z
      .string()
      .max(40)
      .regex(/^[A-Za-z0-9_-]+$/),
    payout_destination_name: text.optional(),
    payout_destination_description: text.optional(),
    payout_reference: text,
    type: z.enum(['company', 'individual']).optional(),
    country_code: country.optional(),
    organization_number: text.optional(),
    individual: individualSchema.optional(),
    // More than one is not supported, says the specification.
    bank_accounts: z.array(bankAccountSchema).length(1),
    payout_interval_type: z.enum(['daily', 'weekly', 'monthly']).optional(),
    form_submitter: z
      .strictObject({ email: email.optional(), name: text.optional(), title: text.optional() })
      .optional(),
    settlement_report_configuration: z.strictObject({ emails: z.array(email) }).optional(),
    report_configuration: z.looseObject({ create_report_configuration: z.boolean() }).optional(),
  })
  .refine(
    ({ type, organization_number: number, country_code: code }) =>
      type === 'individual' || (number !== undefined && code !== undefined),
    'A company needs organization_number and country_code',
  )
  .refine(
    ({ organization_number: number, country_code: code }) =>
      number === undefined || code !== 'NO' || /^\d{9}$/.test(number),
    'organization_number has nine digits in Norway',
  )
  .refine(
    ({ organization_number: number, country_code: code }) =>
      number === undefined || code !== 'NO' || fitsMod11(number),
    'The check digit of organization_number is wrong',
  );
export type ApprovalBody = z.infer<typeof approvalBodySchema>;

function isAccountNumber({
  bank_account_number: number,
  bank_account_number_type: type,
  bank_account_country_code: bankCountry,
}: {
  readonly bank_account_number?: string | undefined;
  readonly bank_account_number_type?: 'IBAN' | 'BBAN' | undefined;
  readonly bank_account_country_code?: string | undefined;
}): boolean {
  if (number === undefined) return true;
  if (type === 'IBAN') return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(number) && fitsMod97(number);
  return bankCountry !== 'NO' || (/^\d{11}$/.test(number) && fitsMod11(number));
}

/** Weights of 2 to 7 from the right, and again; the check digit itself counts once. */
function fitsMod11(digits: string): boolean {
  const [check = 0, ...others] = Array.from(digits, Number).reverse();
  const sum = others.reduce((total, digit, place) => total + digit * (2 + (place % 6)), check);
  return sum % 11 === 0;
}

/** ISO 13616: the first four moved to the end, letters as 10 to 35. */
function fitsMod97(iban: string): boolean {
  const digits = Array.from(iban.slice(4) + iban.slice(0, 4), (sign) => parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}
