import { audit } from './en/audit.ts';
import { common } from './en/common.ts';
import { desk } from './en/desk.ts';
import { faultDetails, faults } from './en/faults.ts';
import { frame } from './en/frame.ts';
import { health } from './en/health.ts';
import { operations } from './en/operations.ts';
import { pairing } from './en/pairing.ts';
import { pay } from './en/pay.ts';
import { refund } from './en/refund.ts';
import { sales } from './en/sales.ts';
import { sell } from './en/sell.ts';
import { sellers } from './en/sellers.ts';
import { settings } from './en/settings.ts';
import { staff } from './en/staff.ts';
import { stores } from './en/stores.ts';
import { terminals } from './en/terminals.ts';
import { training } from './en/training.ts';
import { welcome } from './en/welcome.ts';

/** Every string of the renderer, in English. The other dictionaries have exactly its shape. */
export const en = {
  common,
  frame,
  welcome,
  pairing,
  sell,
  pay,
  sales,
  refund,
  desk,
  stores,
  terminals,
  operations,
  health,
  sellers,
  settings,
  staff,
  audit,
  training,
  faults,
  faultDetails,
} as const;
