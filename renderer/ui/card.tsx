import { type ReactNode } from 'react';
import styles from './card.module.css';
import { classes } from './classes.ts';

interface CardProps {
  readonly children: ReactNode;
  /** Names it as a region, when it is one to go to. */
  readonly label?: string;
  readonly padded?: boolean;
  readonly className?: string | undefined;
}

export function Card({ children, label, padded = false, className }: CardProps) {
  const Element = label === undefined ? 'div' : 'section';
  return (
    <Element className={classes(styles.card, padded && styles.padded, className)} aria-label={label}>
      {children}
    </Element>
  );
}
