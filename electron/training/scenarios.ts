import {
  type TrainingScenario,
  type TrainingScenarios,
  trainingScenarioSchema,
} from '../../shared/views/training.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** What of the training account a scenario is about. */
export interface ScenarioGround {
  readonly sandbox: Sandbox;
  /** The terminal that sales go to. */
  readonly terminalId: string;
  /** Where the money of the till's store goes. */
  readonly payoutDestinationId: string;
}

interface Scenario {
  readonly isOn: (ground: ScenarioGround) => boolean;
  readonly set: (ground: ScenarioGround, on: boolean) => void;
}

/** Each is read from the sandbox itself: what ends it there, such as a checked update, ends it here too. */
const scenarios: Readonly<Record<TrainingScenario, Scenario>> = {
  'terminal-needs-update': {
    isOn: ({ sandbox, terminalId }) => sandbox.terminalStatus(terminalId) === 'ACTION_REQUIRED',
    set: ({ sandbox, terminalId }, on) =>
      sandbox.setTerminalStatus(terminalId, on ? 'ACTION_REQUIRED' : 'ACTIVE'),
  },
  'seller-under-review': {
    isOn: ({ sandbox, payoutDestinationId }) =>
      sandbox.caseStatus(payoutDestinationId) === 'UNDER_MANUAL_REVIEW',
    set: ({ sandbox, payoutDestinationId }, on) =>
      sandbox.setCaseStatus(payoutDestinationId, on ? 'UNDER_MANUAL_REVIEW' : 'ACTIVE'),
  },
  'terminal-busy': {
    isOn: ({ sandbox, terminalId }) => sandbox.isOccupied(terminalId),
    set: ({ sandbox, terminalId }, on) => sandbox.setOccupied(terminalId, on),
  },
};

/** Every scenario, and whether it is on. */
export const scenariosOn = (ground: ScenarioGround): TrainingScenarios =>
  trainingScenarioSchema.options.map((scenario) => ({ scenario, on: scenarios[scenario].isOn(ground) }));

export const setScenario = (ground: ScenarioGround, scenario: TrainingScenario, on: boolean): void =>
  scenarios[scenario].set(ground, on);
