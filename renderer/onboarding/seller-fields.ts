import { type SellerField, type SellerForm } from '../../shared/seller-form.ts';
import { type FieldFaults } from '../ui/field-faults.ts';

/** What a group of the form's fields is given. */
export interface SellerFieldsProps {
  readonly form: SellerForm;
  readonly change: (part: Partial<SellerForm>) => void;
  readonly faults: FieldFaults<SellerField>;
  readonly onEnter: () => void;
}
