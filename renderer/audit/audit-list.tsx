import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/card.tsx';
import { NearSight } from '../ui/near-sight.tsx';
import styles from './audit-list.module.css';
import { AuditRow } from './audit-row.tsx';
import { type Part } from './use-audit.ts';

interface AuditListProps {
  readonly parts: readonly Part[];
  /** The end of the list comes into view, and there is more. */
  readonly onEnd: (() => void) | undefined;
}

const noneOpen: ReadonlySet<number> = new Set();

/** A list of any length: only the parts that are near the window are drawn, and the others keep their place. */
export function AuditList({ parts, onEnd }: AuditListProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(noneOpen);
  const toggle = useCallback(
    (seq: number) =>
      setOpen((before) => {
        const after = new Set(before);
        if (!after.delete(seq)) after.add(seq);
        return after;
      }),
    [],
  );
  return (
    <Card className={styles.list} label={t('audit.list')}>
      {parts.map((part) => (
        <AuditPart key={part[0].seq} part={part} open={openIn(part, open)} onOpen={toggle} />
      ))}
      {onEnd && <End onEnd={onEnd} />}
    </Card>
  );
}

/** The same set for as long as none of a part's entries is open, so that the part is not drawn anew. */
const openIn = (part: Part, open: ReadonlySet<number>): ReadonlySet<number> =>
  part.some(({ seq }) => open.has(seq)) ? open : noneOpen;

interface AuditPartProps {
  readonly part: Part;
  readonly open: ReadonlySet<number>;
  readonly onOpen: (seq: number) => void;
}

const AuditPart = memo(function AuditPart({ part, open, onOpen }: AuditPartProps) {
  return (
    <NearSight>
      <ul>
        {part.map((kept) => (
          <AuditRow key={kept.seq} kept={kept} open={open.has(kept.seq)} onOpen={onOpen} />
        ))}
      </ul>
    </NearSight>
  );
});

/** Far enough ahead that nobody who scrolls sees a part come. */
const nearby = '1500px 0px';

/** Asks for more when it comes near. */
function End({ onEnd }: { readonly onEnd: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting === true && onEnd(), {
      rootMargin: nearby,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [onEnd]);
  return <div ref={place} className={styles.end} />;
}
