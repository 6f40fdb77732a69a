import { type ReactNode } from 'react';
import styles from './tag.module.css';

/** What a tag may mean. The outcome tones are for outcomes only. */
export type Tone = 'approved' | 'declined' | 'unknown' | 'waiting' | 'neutral';

interface TagProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

export function Tag({ tone = 'neutral', icon, children }: TagProps) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
