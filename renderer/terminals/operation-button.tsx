import FileUp from 'lucide-react/icons/file-up';
import Menu from 'lucide-react/icons/menu';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import Sunset from 'lucide-react/icons/sunset';
import { useTranslation } from 'react-i18next';
import { type OperationKind, type OperationView, isOperationRunning } from '../../shared/views/operations.ts';
import { Button } from '../ui/button.tsx';
import { type LucideIcon } from '../ui/icon.ts';
import { operationLooks } from './operation-look.ts';

const icons: Readonly<Record<OperationKind, LucideIcon>> = {
  open_menu: Menu,
  check_update: RefreshCw,
  send_logs: FileUp,
  end_of_day: Sunset,
};

interface OperationButtonProps {
  readonly kind: OperationKind;
  /** The one that runs, or was the last. */
  readonly operation: OperationView | undefined;
  readonly onPress: () => void;
}

/** Asks a terminal for something, and shows that it is under way. */
export function OperationButton({ kind, operation, onPress }: OperationButtonProps) {
  const { t } = useTranslation();
  const Icon = icons[kind];
  return (
    <Button
      wide
      icon={<Icon size="1.25rem" aria-hidden />}
      busy={operation !== undefined && isOperationRunning(operation)}
      onPress={onPress}
      data-operation-state={operation && operationLooks[operation.state].button}
    >
      {t(`operations.name.${kind}`)}
    </Button>
  );
}
