import { type ReactNode, type Ref } from 'react';
import styles from './screen-title.module.css';

interface ScreenTitleProps {
  readonly ref?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
  readonly lead?: ReactNode;
  /** Before the heading: the way back. */
  readonly before?: ReactNode;
  /** After it: what can be done with the whole. */
  readonly actions?: ReactNode;
}

export function ScreenTitle({ ref, children, lead, before, actions }: ScreenTitleProps) {
  return (
    <div className={styles.bar}>
      {before}
      <div className={styles.words}>
        <h1 className={styles.title} tabIndex={-1} {...(ref && { ref })}>
          {children}
        </h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions}
    </div>
  );
}
