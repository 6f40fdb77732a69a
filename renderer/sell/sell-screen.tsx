import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyActs } from '../app/use-keys.ts';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { useCharge } from '../pay/use-charge.ts';
import { RiskDialog } from '../pay/risk-dialog.tsx';
import { useTerminalPick } from '../terminals/use-terminal.ts';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { quantityFor } from './amount-entry.ts';
import { BasketPanel } from './basket-panel.tsx';
import { DiscountDialog, type DiscountTarget } from './discount-dialog.tsx';
import { createEntryStore } from './entry-store.ts';
import { OpenAmountPanel } from './open-amount-panel.tsx';
import { Products } from './products.tsx';
import styles from './sell-screen.module.css';
import { useAddProduct, useBasket, useCatalogue, useDiscount } from './use-sell.ts';

export function SellScreen({ onDesk }: { readonly onDesk: () => void }) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const search = useRef<HTMLInputElement>(null);
  const [entry] = useState(createEntryStore);
  const catalogue = useCatalogue();
  const product = useAddProduct();
  const basket = useBasket();
  const terminalPick = useTerminalPick();
  const charge = useCharge();
  const giveDiscount = useDiscount();
  const [discountOn, setDiscountOn] = useState<DiscountTarget>();
  const { lines } = basket.view.basket;

  useKeyActs({
    charge: charge.charge,
    search: () => {
      search.current?.focus();
      search.current?.select();
    },
    discountLine: () => {
      const lineId = lineInFocus() ?? lines.at(-1)?.lineId;
      if (lineId !== undefined) setDiscountOn({ lineId });
    },
    discountBasket: () => lines.length > 0 && setDiscountOn('basket'),
    escape: () => entry.setState({ text: '' }),
  });

  const { add } = product;
  const pick = useCallback(
    (productId: string) => {
      const quantity = quantityFor(entry.getState().text);
      if (quantity !== undefined) entry.setState({ text: '' });
      add(productId, quantity ?? 1);
    },
    [add, entry],
  );

  const products = catalogue.value ?? [];
  return (
    <div className={styles.sell} data-bare={products.length === 0 || undefined}>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        <VisuallyHidden>{t('frame.sell')}</VisuallyHidden>
      </h1>
      <div className={styles.pick}>
        <Products
          products={products}
          known={catalogue.value !== undefined}
          searchRef={search}
          onPick={pick}
        />
        {product.fault && <FaultMessage fault={product.fault} about="act" />}
        {catalogue.fault && (
          <FaultMessage
            fault={catalogue.fault}
            about="reading"
            actions={<Button onPress={catalogue.readAgain}>{t('common.readAgain')}</Button>}
          />
        )}
        <OpenAmountPanel entry={entry} />
      </div>
      <BasketPanel
        basket={basket}
        terminalPick={terminalPick}
        charging={charge.busy}
        chargeFault={charge.fault}
        onCharge={charge.charge}
        onDesk={onDesk}
        onDiscount={setDiscountOn}
      />
      {discountOn && (
        <DiscountDialog
          target={discountOn}
          view={basket.view}
          onDiscount={giveDiscount}
          onClose={() => setDiscountOn(undefined)}
        />
      )}
      <RiskDialog
        risk={charge.risk}
        amount={{ amount: basket.view.total, currency: basket.view.currency }}
        onNo={charge.dismissRisk}
        onYes={charge.acceptRisk}
      />
    </div>
  );
}

/** The line of the basket in which the focus is. */
const lineInFocus = (): string | undefined =>
  document.activeElement?.closest('[data-line]')?.getAttribute('data-line') ?? undefined;
