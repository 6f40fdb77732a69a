import KeyRound from 'lucide-react/icons/key-round';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { SecondClientDialog } from './second-client-dialog.tsx';

interface SecondClientButtonProps {
  readonly children: string;
  /** It is kept now. */
  readonly onUsed?: (() => void) | undefined;
}

/** The way to a second API client, wherever the first one lacks a right. */
export function SecondClientButton({ children, onUsed }: SecondClientButtonProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button icon={<KeyRound size="1.25rem" aria-hidden />} onPress={() => setAsking(true)}>
        {children}
      </Button>
      {asking && <SecondClientDialog onClose={() => setAsking(false)} onUsed={onUsed} />}
    </>
  );
}
