import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ok } from '../../shared/result.ts';
import { type SaleSummary } from '../../shared/views/sale.ts';
import { type Reading } from '../bridge/use-reading.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { SaleStateTag } from '../sales/sale-state-tag.tsx';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { Loading } from '../ui/loading.tsx';
import { RadioList } from '../ui/radio-list.tsx';
import { useAdoptableSales, useTakeOver } from './use-matter-word.ts';
import { WordDialog, type WordDialogNeeds } from './word-dialog.tsx';

/** Stands for a sale of its own among the ids of sales. */
const own = 'own';

/** A manager says which sale a payment paid that the till had no record of (rule P14). */
export function TakeOverDialog({ matter, approvers, training, onClose }: WordDialogNeeds) {
  const { t } = useTranslation();
  const sales = useAdoptableSales(matter);
  const takeOver = useTakeOver(matter, approvers);
  const [chosen, setChosen] = useState(own);

  const confirm = async (): Promise<void> => {
    const taken = await takeOver.send(ok({ saleId: chosen === own ? null : chosen }));
    if (taken) onClose();
  };

  return (
    <WordDialog
      matter={matter}
      approvers={approvers}
      training={training}
      onClose={onClose}
      title={t('desk.takeOver.title')}
      text={<p>{t('desk.takeOver.text')}</p>}
      choice={
        <SaleChoice
          sales={sales}
          chosen={chosen}
          onChoose={(next) => {
            setChosen(next);
            takeOver.touched();
          }}
        />
      }
      ownFields={[]}
      reasons={[t('desk.reasons.slip'), t('desk.reasons.backoffice'), t('desk.reasons.fits')]}
      word={takeOver}
      confirm={t('desk.takeOver.confirm')}
      onConfirm={() => void confirm()}
    />
  );
}

interface SaleChoiceProps {
  readonly sales: Reading<readonly SaleSummary[]>;
  readonly chosen: string;
  readonly onChoose: (chosen: string) => void;
}

function SaleChoice({ sales, chosen, onChoose }: SaleChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { value = [], fault, busy, readAgain } = sales;
  return (
    <>
      <RadioList
        label={t('desk.takeOver.question')}
        labelShown
        options={[
          { value: own, label: t('desk.takeOver.own') },
          ...value.map((sale) => ({
            value: sale.saleId,
            label: t('desk.takeOver.forSale', { number: sale.number }),
            details: [format.dateTime(sale.startedAt), sale.person.name].join(' · '),
            status: <SaleStateTag state={sale.state} />,
          })),
        ]}
        value={chosen}
        onChange={onChoose}
      />
      {busy && value.length === 0 && !fault && <Loading text={t('desk.takeOver.reading')} />}
      {!busy && value.length === 0 && !fault && <p>{t('desk.takeOver.none')}</p>}
      {fault && (
        <FaultMessage
          fault={fault}
          about="reading"
          title={t('desk.takeOver.readFailed')}
          actions={
            <Button busy={busy} onPress={readAgain}>
              {t('common.readAgain')}
            </Button>
          }
        />
      )}
    </>
  );
}
