import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fault } from '../../shared/fault.ts';
import { type FleetTerminal, type FollowedTerminal, type StoreIdKind } from '../../shared/views/terminals.ts';
import { useSlice } from '../bridge/till-context.tsx';
import { AccountFault } from '../pairing/account-fault.tsx';
import { BackButton } from '../ui/back-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import { Reference } from '../ui/reference.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { modelName } from './model-name.ts';
import { PlaceForm } from './place-form.tsx';
import { StatusCard } from './status-card.tsx';
import { TerminalHealth } from './terminal-health.tsx';
import { tailOf } from './terminal-name.ts';
import { TerminalOperations } from './terminal-operations.tsx';
import { needsUpdate } from './terminal-status.ts';
import styles from './terminals-screen.module.css';
import { useAccountStores, useFollowed, useStoreName } from './use-fleet.ts';

interface TerminalScreenProps {
  readonly terminalId: string;
  /** It was registered a moment ago, and this is the id of the store that Dintero took. */
  readonly tookStoreId: StoreIdKind | undefined;
  readonly onBack: () => void;
  /** Takes it for this till, once it is active. */
  readonly onUse?: (() => void) | undefined;
}

/** One terminal of the account: how it is, what it waits for, and where it stands. Follows it by itself. */
export function TerminalScreen({ terminalId, tookStoreId, onBack, onUse }: TerminalScreenProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const followed = useFollowed([terminalId]).find((one) => one.terminalId === terminalId);
  const tail = tailOf(followed?.terminal ?? { terminalId });
  return (
    <div className={styles.screen}>
      <ScreenTitle
        ref={heading}
        before={<BackButton onPress={onBack} />}
        actions={
          onUse &&
          followed?.terminal?.status === 'ACTIVE' && (
            <Button variant="primary" onPress={onUse}>
              {t('terminals.use')}
            </Button>
          )
        }
      >
        {t('terminals.detail.title', { tail: t('common.serialTail', { tail }) })}
      </ScreenTitle>
      {followed && (followed.terminal || followed.gone || followed.fault) ? (
        <Content followed={followed} tookStoreId={tookStoreId} />
      ) : (
        <Loading />
      )}
    </div>
  );
}

interface ContentProps {
  readonly followed: FollowedTerminal;
  readonly tookStoreId: StoreIdKind | undefined;
}

function Content({ followed, tookStoreId }: ContentProps) {
  const { terminal, gone, fault: unread, terminalId } = followed;
  return (
    <div
      className={styles.detail}
      data-terminal={terminalId}
      data-status={gone ? 'DELETED' : terminal?.status}
    >
      {gone && <FaultMessage fault={fault('terminal.gone', { terminalId })} about="reading" alert={false} />}
      {unread && !gone && <AccountFault fault={unread} about="reading" alert={false} />}
      {!gone && <StatusCard terminal={terminal ?? { terminalId }} checkedAt={followed.checkedAt} />}
      {terminal ? (
        <Whereabouts terminal={terminal} gone={gone} tookStoreId={tookStoreId} />
      ) : (
        !gone && <Doings terminal={{ terminalId }} />
      )}
    </div>
  );
}

/** What it can be asked to do, and how it does: also where this API client may not read what Dintero knows of it. */
function Doings({ terminal }: { readonly terminal: FleetTerminal }) {
  const { terminalId } = terminal;
  return (
    <Card>
      <TerminalOperations
        terminalId={terminalId}
        without={needsUpdate(terminal) ? 'check_update' : undefined}
      />
      {useIsOurs(terminalId) && <TerminalHealth terminalId={terminalId} />}
    </Card>
  );
}

interface WhereaboutsProps {
  readonly terminal: FleetTerminal;
  readonly gone: boolean;
  readonly tookStoreId: StoreIdKind | undefined;
}

/** What it is and where it stands, and the form that changes either. */
function Whereabouts({ terminal, gone, tookStoreId }: WhereaboutsProps) {
  const { t } = useTranslation();
  const stores = useAccountStores();
  const storeName = useStoreName(stores.value);
  const { terminalId, serialNumber, model, storeId } = terminal;
  const ours = useIsOurs(terminalId);
  const [took, setTook] = useState(tookStoreId);
  return (
    <>
      <Card padded>
        <Facts
          facts={[
            { label: t('terminals.id'), value: <Reference>{terminalId}</Reference> },
            ...(serialNumber === undefined
              ? []
              : [{ label: t('terminals.serial'), value: <Reference>{serialNumber}</Reference> }]),
            ...(model === undefined ? [] : [{ label: t('terminals.model'), value: modelName(model) }]),
            ...(storeId === undefined
              ? []
              : [
                  { label: t('terminals.store'), value: storeName(storeId) },
                  { label: t('stores.storeId'), value: <Reference>{storeId}</Reference> },
                ]),
            ...(took === undefined
              ? []
              : [{ label: t('terminals.tookStoreId'), value: t(`terminals.storeIdKind.${took}`) }]),
          ]}
        />
      </Card>
      {!gone && <Doings terminal={terminal} />}
      {!gone && (
        <PlaceForm
          key={`${model} ${storeId}`}
          terminal={terminal}
          stores={stores}
          ours={ours}
          onChanged={(written) => setTook(written.tookStoreId)}
        />
      )}
    </>
  );
}

/** Whether this till takes payments on it. */
const useIsOurs = (wanted: string): boolean =>
  useSlice('tillTerminals')?.terminals.some(({ terminalId }) => terminalId === wanted) ?? false;
