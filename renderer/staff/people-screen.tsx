import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Person } from '../../shared/person.ts';
import { assertNever } from '../../shared/result.ts';
import { BackButton } from '../ui/back-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { Tag } from '../ui/tag.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { LimitsForm } from './limits-form.tsx';
import { LockForm } from './lock-form.tsx';
import styles from './people-screen.module.css';
import { AddPersonDialog, ChangePersonDialog } from './person-dialog.tsx';
import { OwnPinDialog, ResetPinDialog } from './pin-dialogs.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RightsForm } from './rights-form.tsx';
import { useStaff } from './use-staff.ts';

/** What is being done with whom. */
type Asking =
  | { readonly what: 'add' | 'own-pin' }
  | { readonly what: 'change' | 'reset-pin' | 'remove'; readonly person: Person };

interface PeopleScreenProps {
  readonly training: boolean;
  readonly onBack: () => void;
}

/** Who works at this till, what each role may do, and when the till locks. */
export function PeopleScreen({ training, onBack }: PeopleScreenProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { people, signedIn, rules, lock } = useStaff().view;
  const [asking, setAsking] = useState<Asking>();
  return (
    <div className={styles.screen}>
      <ScreenTitle
        ref={heading}
        before={<BackButton onPress={onBack} />}
        actions={
          <Button variant="primary" onPress={() => setAsking({ what: 'add' })}>
            {t('staff.add')}
          </Button>
        }
      >
        {t('staff.peopleAndPins')}
      </ScreenTitle>
      <Card label={t('staff.peopleList')}>
        <ul className={styles.people}>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} self={person.id === signedIn?.id} onAsk={setAsking} />
          ))}
        </ul>
      </Card>
      <Card padded label={t('staff.rightsTitle')} className={styles.section}>
        <h2>{t('staff.rightsTitle')}</h2>
        <RightsForm rules={rules} />
      </Card>
      <div className={styles.beside}>
        <Card padded label={t('staff.limitsTitle')} className={styles.section}>
          <h2>{t('staff.limitsTitle')}</h2>
          <LimitsForm rules={rules} />
        </Card>
        <Card padded label={t('staff.lockTitle')} className={styles.section}>
          <h2>{t('staff.lockTitle')}</h2>
          <LockForm lock={lock} />
        </Card>
      </div>
      {asking && (
        <AskedDialog
          asking={asking}
          signedIn={signedIn}
          training={training}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}

interface PersonRowProps {
  readonly person: Person;
  readonly self: boolean;
  readonly onAsk: (asking: Asking) => void;
}

function PersonRow({ person, self, onAsk }: PersonRowProps) {
  const { t } = useTranslation();
  const named = { person: person.name };
  return (
    <li className={styles.person} data-person={person.id}>
      <span className={styles.who}>
        <strong>{person.name}</strong>
        <span className={styles.soft}>{t(`common.person.${person.role}`)}</span>
        {self && <Tag>{t('staff.self')}</Tag>}
      </span>
      <span className={styles.acts}>
        <Button compact label={t('staff.changeOf', named)} onPress={() => onAsk({ what: 'change', person })}>
          {t('staff.change')}
        </Button>
        {self ? (
          <Button compact label={t('staff.changePinOf', named)} onPress={() => onAsk({ what: 'own-pin' })}>
            {t('staff.changePin')}
          </Button>
        ) : (
          <Button
            compact
            label={t('staff.resetPinOf', named)}
            onPress={() => onAsk({ what: 'reset-pin', person })}
          >
            {t('staff.resetPin')}
          </Button>
        )}
        <Button
          compact
          variant="quiet"
          label={t('staff.removeOf', named)}
          onPress={() => onAsk({ what: 'remove', person })}
        >
          {t('staff.remove')}
        </Button>
      </span>
    </li>
  );
}

interface AskedDialogProps {
  readonly asking: Asking;
  readonly signedIn: Person | undefined;
  readonly training: boolean;
  readonly onClose: () => void;
}

function AskedDialog({ asking, signedIn, training, onClose }: AskedDialogProps) {
  switch (asking.what) {
    case 'add':
      return <AddPersonDialog onClose={onClose} />;
    case 'own-pin':
      return <OwnPinDialog onClose={onClose} />;
    case 'change':
      return <ChangePersonDialog person={asking.person} onClose={onClose} />;
    case 'reset-pin':
      return <ResetPinDialog person={asking.person} training={training} onClose={onClose} />;
    case 'remove':
      return (
        <RemoveDialog person={asking.person} self={asking.person.id === signedIn?.id} onClose={onClose} />
      );
    default:
      return assertNever(asking);
  }
}
