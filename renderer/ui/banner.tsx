import { type ReactNode, type Ref } from 'react';
import styles from './banner.module.css';
import { type Tone } from './tag.tsx';

interface BannerProps {
  readonly tone: Tone;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** `alert` is read out at once; `status` when there is a pause; nothing for what was there before. */
  readonly role?: 'alert' | 'status';
  readonly code?: string | undefined;
  readonly ref?: Ref<HTMLDivElement>;
}

/** A message across the width of its place, with what can be done about it. */
export function Banner({ tone, icon, children, actions, role, code, ref }: BannerProps) {
  return (
    <div className={styles.place} data-tone={tone} role={role} data-code={code} {...(ref && { ref })}>
      <div className={styles.banner}>
        <span className={styles.icon}>{icon}</span>
        <div className={styles.text}>{children}</div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
