import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useTranslation } from 'react-i18next';
import { attemptReference, tillPart } from '../../shared/reference.ts';
import { useDraft } from '../app/drafts.tsx';
import { useFormat } from '../i18n/use-format.tsx';
import { Banner } from '../ui/banner.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { TextField } from '../ui/text-field.tsx';
import { useNameTill, useTillsOfStore } from './use-pairing.ts';
import { WizardStep } from './wizard-step.tsx';

const longestTillName = 40;

export function TillStep({ tillName = '' }: { readonly tillName: string | undefined }) {
  const { t } = useTranslation();
  const draft = useDraft('pairing-till', { name: tillName });
  const { name } = draft.value;
  const nameTill = useNameTill();
  const faults = fieldFaults(nameTill.fault, ['tillName']);
  const format = useFormat();
  const others = useTillsOfStore().value ?? [];
  const namesake = name.trim() === '' ? undefined : others.find(({ till }) => till === tillPart(name));
  const submit = (): void => void nameTill.run({ tillName: name });
  return (
    <WizardStep
      step="till"
      title={t('pairing.till.title')}
      lead={t('pairing.till.lead')}
      onNext={submit}
      busy={nameTill.busy}
      fault={faults.rest}
    >
      <TextField
        label={t('pairing.till.name')}
        value={name}
        onChange={(next) => draft.change({ name: next })}
        maxLength={longestTillName}
        hint={t('pairing.till.example', { reference: exampleFor(name) })}
        fault={faults.of('tillName')}
        onEnter={submit}
      />
      {namesake && (
        <Banner tone="neutral" icon={<TriangleAlert aria-hidden />} role="status">
          <p>
            {t('pairing.till.taken', { till: namesake.till, time: format.dateTime(namesake.lastSeenAt) })}
          </p>
        </Banner>
      )}
    </WizardStep>
  );
}

/** What a reference of this till looks like; its random part is made when the journal is. */
const exampleFor = (till: string): string =>
  attemptReference({ till, journal: 'k3f9', day: new Date(), sale: 1, attempt: 1 });
