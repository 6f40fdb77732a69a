import { type ReactNode } from 'react';
import styles from './facts.module.css';

interface FactsProps {
  readonly facts: readonly {
    readonly label: string;
    /** What the label stands for, when it does not say it all. */
    readonly about?: string;
    readonly value: ReactNode;
  }[];
}

/** Names and what they stand for, line by line. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, about, value }) => (
        <div key={label} className={styles.fact}>
          <dt className={styles.label}>
            {label}
            {about !== undefined && <span className={styles.about}>{about}</span>}
          </dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
