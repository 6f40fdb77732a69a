import { audit } from './nb/audit.ts';
import { common } from './nb/common.ts';
import { desk } from './nb/desk.ts';
import { faultDetails, faults } from './nb/faults.ts';
import { frame } from './nb/frame.ts';
import { health } from './nb/health.ts';
import { operations } from './nb/operations.ts';
import { pairing } from './nb/pairing.ts';
import { pay } from './nb/pay.ts';
import { refund } from './nb/refund.ts';
import { sales } from './nb/sales.ts';
import { sell } from './nb/sell.ts';
import { sellers } from './nb/sellers.ts';
import { settings } from './nb/settings.ts';
import { staff } from './nb/staff.ts';
import { stores } from './nb/stores.ts';
import { terminals } from './nb/terminals.ts';
import { training } from './nb/training.ts';
import { welcome } from './nb/welcome.ts';
import { type en } from './en.ts';
import { type SameShape } from './shape.ts';

/** Every string of the renderer, in Norwegian Bokmål. */
export const nb: SameShape<typeof en> = {
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
};
