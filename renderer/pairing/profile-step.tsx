import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault, inputFault } from '../../shared/fault.ts';
import { type PairingDraft } from '../../shared/views/pairing.ts';
import { useDraft } from '../app/drafts.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { fieldFaults } from '../ui/field-faults.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Choices } from './choices.tsx';
import { useChooseProfile, useProfiles } from './use-pairing.ts';
import { WizardStep } from './wizard-step.tsx';

export function ProfileStep({ draft }: { readonly draft: PairingDraft | undefined }) {
  const { t } = useTranslation();
  const profiles = useProfiles();
  const choose = useChooseProfile();
  const entry = useDraft(`pairing-profile ${draft?.accountId ?? ''}`, {
    profileId: draft?.profile?.profileId ?? '',
    enables: draft?.profile?.enablesInPerson ?? false,
  });
  const { profileId, enables } = entry.value;
  const [mistake, setMistake] = useState<Fault>();
  const choices = profiles.value?.kind === 'listed' ? profiles.value.choices : [];
  const picked = choices.find((candidate) => candidate.profileId === profileId);
  const faults = fieldFaults(mistake ?? choose.fault, ['profileId']);

  const submit = (): void => {
    if (choices.length > 0 && !picked) {
      setMistake(inputFault('input.choose', 'profileId'));
      return;
    }
    setMistake(undefined);
    void choose.run({ profileId, enablesInPerson: picked?.enablesInPerson ?? enables });
  };
  const change = (next: string): void => {
    entry.change({ profileId: next });
    setMistake(undefined);
    choose.clear();
  };

  return (
    <WizardStep
      step="profile"
      title={t('pairing.profile.title')}
      lead={t('pairing.profile.lead')}
      onNext={submit}
      busy={choose.busy}
      fault={faults.rest}
    >
      <Choices
        managed={false}
        reading={profiles}
        listed={(listed) => (
          <Select
            label={t('pairing.profile.select')}
            value={picked?.profileId}
            onChange={change}
            placeholder={t('pairing.profile.placeholder')}
            options={listed.map((profile) => ({
              value: profile.profileId,
              label: profile.profileId,
              note: profile.description,
            }))}
            hint={
              picked && t(picked.enablesInPerson ? 'pairing.profile.enables' : 'pairing.profile.enablesNot')
            }
            fault={faults.of('profileId')}
          />
        )}
        byHand={
          <>
            <TextField
              label={t('pairing.profile.id')}
              value={profileId}
              onChange={change}
              fault={faults.of('profileId')}
              onEnter={submit}
            />
            <Checkbox
              label={t('pairing.profile.enablesBox')}
              checked={enables}
              onChange={(next) => entry.change({ enables: next })}
            />
          </>
        }
      />
    </WizardStep>
  );
}
