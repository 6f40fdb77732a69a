import Ban from 'lucide-react/icons/ban';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleHelp from 'lucide-react/icons/circle-question-mark';
import CircleX from 'lucide-react/icons/circle-x';
import Hourglass from 'lucide-react/icons/hourglass';
import LoaderCircle from 'lucide-react/icons/loader-circle';
import Send from 'lucide-react/icons/send';
import TimerOff from 'lucide-react/icons/timer-off';
import { type OperationState } from '../../shared/views/operations.ts';
import { type LucideIcon } from '../ui/icon.ts';
import { type Tone } from '../ui/tag.tsx';

/** What automation reads on the button: four words, for all that can become of it. */
export type ButtonState = 'pending' | 'completed' | 'failed' | 'timeout';

interface OperationLook {
  readonly button: ButtonState;
  readonly tone: Tone;
  readonly Icon: LucideIcon;
}

export const operationLooks: Readonly<Record<OperationState, OperationLook>> = {
  asking: { button: 'pending', tone: 'waiting', Icon: Send },
  waiting: { button: 'pending', tone: 'waiting', Icon: Hourglass },
  running: { button: 'pending', tone: 'waiting', Icon: LoaderCircle },
  completed: { button: 'completed', tone: 'approved', Icon: CircleCheck },
  failed: { button: 'failed', tone: 'declined', Icon: CircleX },
  timeout: { button: 'timeout', tone: 'unknown', Icon: TimerOff },
  unknown: { button: 'timeout', tone: 'unknown', Icon: CircleHelp },
  refused: { button: 'failed', tone: 'neutral', Icon: Ban },
};
