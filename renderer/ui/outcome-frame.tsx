import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './outcome-frame.module.css';
import { type LucideIcon } from './icon.ts';
import { Reference } from './reference.tsx';
import { ScrollArea } from './scroll-area.tsx';
import { type Tone } from './tag.tsx';
import { useScreenFocus } from './use-screen-focus.ts';

interface OutcomeFrameProps {
  readonly label: string;
  /** Found by automation, with `data-state` and `data-reference`. */
  readonly testId: 'payment' | 'refund';
  readonly state: string;
  readonly reference: string;
  readonly tone: Tone;
  readonly Icon: LucideIcon;
  /** The state in a word or two. */
  readonly title: string;
  /** Whether the state must be read out at once, or when there is a pause. */
  readonly urgent: boolean;
  /** Why it ended as it did, or is unknown: for support. */
  readonly code: string | undefined;
  /** The amount, and what there is to say about it. */
  readonly children: ReactNode;
  /** Small, in the upper corner. */
  readonly corner?: ReactNode;
  readonly side: ReactNode;
  readonly fault?: ReactNode;
  readonly actions: ReactNode;
}

/** One big state with its amount, what goes with it at the side, and what can be done below. */
export function OutcomeFrame(props: OutcomeFrameProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>(props.urgent ? 'urgent' : 'calm');
  const { label, testId, state, reference, tone, Icon, urgent } = props;
  return (
    <section
      className={styles.frame}
      aria-label={label}
      data-testid={testId}
      data-state={state}
      data-reference={reference}
      data-tone={tone}
    >
      <ScrollArea className={styles.stage} label={props.title}>
        <div
          key={urgent ? 'urgent' : 'calm'}
          className={styles.words}
          role={urgent ? 'alert' : 'status'}
          data-code={props.code}
        >
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            <Icon size="1em" strokeWidth={2.25} aria-hidden />
            {props.title}
          </h1>
          {props.children}
        </div>
        {props.corner !== undefined && <div className={styles.corner}>{props.corner}</div>}
      </ScrollArea>
      <ScrollArea className={styles.side} label={t('pay.facts.more')}>
        {props.side}
        <p className={styles.reference}>
          {t('pay.facts.reference')}
          <br />
          <Reference>{reference}</Reference>
        </p>
      </ScrollArea>
      {props.fault !== undefined && <div className={styles.fault}>{props.fault}</div>}
      <div className={styles.foot}>{props.actions}</div>
    </section>
  );
}
