import { type ReactNode } from 'react';
import { assertNever } from '../../shared/result.ts';
import styles from './update-drawings.module.css';

/** What a person does at a terminal, so that it fetches its settings. */
export const updateSteps = ['wifi', 'service', 'password', 'settings', 'update'] as const;
export type UpdateStep = (typeof updateSteps)[number];

/** A drawing of the terminal with what its display shows in a step. The words beside it say the same. */
export function UpdateDrawing({ step }: { readonly step: UpdateStep }) {
  return (
    <svg className={styles.drawing} viewBox="0 0 96 120" aria-hidden focusable="false">
      <rect className={styles.body} x="14" y="4" width="68" height="112" rx="10" />
      <rect className={styles.display} x="22" y="12" width="52" height="58" rx="4" />
      {[0, 1, 2].flatMap((row) =>
        [0, 1, 2].map((column) => (
          <rect
            key={`${row}-${column}`}
            className={styles.key}
            x={25 + column * 17}
            y={78 + row * 11}
            width="12"
            height="7"
            rx="2"
          />
        )),
      )}
      {picture(step)}
    </svg>
  );
}

function picture(step: UpdateStep): ReactNode {
  switch (step) {
    case 'wifi':
      return (
        <g className={styles.stroke}>
          <path d="M33 37a21 21 0 0 1 30 0" />
          <path d="M38 43a14 14 0 0 1 20 0" />
          <path d="M43 49a7 7 0 0 1 10 0" />
          <circle className={styles.fill} cx="48" cy="54" r="2.5" />
        </g>
      );
    case 'service':
      return (
        <g>
          {[20, 31, 42, 53].map((y, index) => (
            <g key={y}>
              <rect
                className={index === 2 ? styles.chosen : styles.line}
                x="27"
                y={y}
                width="42"
                height="8"
                rx="2"
              />
              {index === 2 && <path className={styles.onChosen} d="M62 43.5l3 2.5-3 2.5" />}
            </g>
          ))}
        </g>
      );
    case 'password':
      return (
        <g>
          <path className={styles.stroke} d="M43 32v-4a5 5 0 0 1 10 0v4" />
          <rect className={styles.fill} x="40" y="32" width="16" height="12" rx="2.5" />
          <rect className={styles.box} x="28" y="51" width="40" height="11" rx="3" />
          {[35, 42, 49].map((x) => (
            <circle key={x} className={styles.fill} cx={x} cy="56.5" r="2" />
          ))}
          <path className={styles.stroke} d="M56 53.5v6" />
        </g>
      );
    case 'settings':
      return (
        <g className={styles.stroke}>
          <path d="M48 23v22" />
          <path d="M39.500 37l8.500 8.500 8.500-8.500" />
          <path d="M33 48v8a3 3 0 0 0 3 3h24a3 3 0 0 0 3-3v-8" />
        </g>
      );
    case 'update':
      return (
        <g className={styles.stroke}>
          <path d="M33 38a15.500 15.500 0 0 1 27-7l3 3" />
          <path d="M63 25v9h-9" />
          <path d="M63 45a15.500 15.500 0 0 1-27 7l-3-3" />
          <path d="M33 58v-9h9" />
          <path d="M42.500 41.500l4 4 7.500-8" />
        </g>
      );
    default:
      return assertNever(step);
  }
}
