import { type TerminalChoice } from '../../shared/views/pairing.ts';
import { useFollowed } from '../terminals/use-fleet.ts';

/** A screen follows so many at once. */
const mostFollowed = 50;

/** The terminals of a list, of which those that are not ready are followed: they can be picked as soon as they are. */
export function useLiveChoices(choices: readonly TerminalChoice[]): readonly TerminalChoice[] {
  const waiting = choices
    .filter(({ status }) => status !== 'ACTIVE' && status !== 'DELETED')
    .slice(0, mostFollowed);
  const followed = useFollowed(waiting.map(({ terminalId }) => terminalId));
  return choices.map((choice) => {
    const live = followed.find(({ terminalId }) => terminalId === choice.terminalId);
    if (live?.gone) return { ...choice, status: 'DELETED', statusReason: undefined };
    if (!live?.terminal) return choice;
    const { status = choice.status, statusReason } = live.terminal;
    return { ...choice, status, statusReason };
  });
}
