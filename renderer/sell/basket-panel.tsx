import BadgePercent from 'lucide-react/icons/badge-percent';
import ShoppingBasket from 'lucide-react/icons/shopping-basket';
import Trash2 from 'lucide-react/icons/trash-2';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import Undo from 'lucide-react/icons/undo';
import { useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type TerminalPick } from '../terminals/use-terminal.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { BasketLine } from './basket-line.tsx';
import styles from './basket-panel.module.css';
import { BasketTotals } from './basket-totals.tsx';
import { type DiscountTarget } from './discount-dialog.tsx';
import { TerminalSelect } from './terminal-select.tsx';
import { type BasketUse } from './use-sell.ts';

interface BasketPanelProps {
  readonly basket: BasketUse;
  /** Another terminal, where the till has several. */
  readonly terminalPick: TerminalPick | undefined;
  readonly charging: boolean;
  readonly chargeFault: Fault | undefined;
  readonly onCharge: () => void;
  readonly onDesk: () => void;
  readonly onDiscount: (target: DiscountTarget) => void;
}

export function BasketPanel(props: BasketPanelProps) {
  const { basket, terminalPick, charging, chargeFault, onCharge, onDesk, onDiscount } = props;
  const { t } = useTranslation();
  const discountLine = useCallback((lineId: string) => onDiscount({ lineId }), [onDiscount]);
  const titleId = useId();
  const { view, earlier } = basket;
  const { lines } = view.basket;
  const isEmpty = lines.length === 0;
  return (
    <section className={styles.panel} aria-labelledby={`${titleId}-name`}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <span id={`${titleId}-name`}>{t('sell.basket')}</span>
          {!isEmpty && <span className={styles.count}>{t('sell.lines', { count: lines.length })}</span>}
        </h2>
        <IconButton
          label={t('sell.discount.onBasket')}
          icon={<BadgePercent aria-hidden />}
          onPress={() => onDiscount('basket')}
          disabled={isEmpty}
        />
        <IconButton
          label={t('sell.undo')}
          icon={<Undo aria-hidden />}
          onPress={basket.undo}
          disabled={!view.canUndo}
        />
        <IconButton
          label={t('sell.clear')}
          icon={<Trash2 aria-hidden />}
          onPress={basket.clear}
          disabled={isEmpty}
        />
      </div>

      <div className={styles.body}>
        <ul className={styles.lines} aria-label={t('sell.basket')}>
          {lines.map((line) => (
            <BasketLine
              key={line.lineId}
              line={line}
              currency={view.currency}
              onQuantity={basket.setQuantity}
              onRemove={basket.remove}
              onDiscount={discountLine}
            />
          ))}
        </ul>
        {isEmpty && (
          <EmptyState icon={<ShoppingBasket aria-hidden />} title={t('sell.empty')}>
            <p>{t(view.canUndo ? 'sell.emptyUndo' : 'sell.emptyText')}</p>
          </EmptyState>
        )}
      </div>

      <div className={styles.foot}>
        {earlier && (
          <Banner
            tone="unknown"
            icon={<TriangleAlert aria-hidden />}
            actions={<Button onPress={onDesk}>{t('sell.toDesk')}</Button>}
          >
            <p className={styles.strong}>{t('sell.heldTitle')}</p>
            <p>{t('sell.heldText')}</p>
          </Banner>
        )}
        {view.blocked && !chargeFault && <FaultMessage fault={view.blocked} about="reading" alert={false} />}
        {chargeFault && <FaultMessage fault={chargeFault} about="act" />}
        {!chargeFault && basket.fault && <FaultMessage fault={basket.fault} about="act" />}
        {terminalPick && <TerminalSelect pick={terminalPick} />}
        <BasketTotals
          view={view}
          onCharge={onCharge}
          charging={charging}
          muted={isEmpty || view.blocked !== undefined}
        />
      </div>
    </section>
  );
}
