import { encodeQR } from 'qr';
import { useMemo } from 'react';
import styles from './qr-code.module.css';

/** ISO/IEC 18004, version 40 at the error correction that we ask for. In bytes. */
const mostBytes = 2_331;

/** Light on all four sides, as the standard asks for: without it some phones see nothing. In modules. */
const quietZone = 4;

/** Whether a text fits into a code. */
export const fitsQrCode = (text: string): boolean => new TextEncoder().encode(text).length <= mostBytes;

interface QrCodeProps {
  /** What is read from it; must fit. */
  readonly text: string;
  readonly label: string;
}

/** A code for a phone's camera: dark on a white plate in either theme, for many readers take no other. */
export function QrCode({ text, label }: QrCodeProps) {
  const modules = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: quietZone }), [text]);
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className={styles.ink} d={path} />
    </svg>
  );
}
