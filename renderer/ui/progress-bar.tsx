import { Progress } from '@base-ui/react/progress';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** How much there is in all; 0 for as long as nobody knows. */
  readonly of: number;
}

/** How far something has come. */
export function ProgressBar({ label, done, of }: ProgressBarProps) {
  return (
    <Progress.Root className={styles.progress} value={of > 0 ? done : null} max={Math.max(1, of)}>
      <Progress.Label className={styles.label}>{label}</Progress.Label>
      <Progress.Track className={styles.track}>
        <Progress.Indicator className={styles.done} />
      </Progress.Track>
    </Progress.Root>
  );
}
