import { type TerminalModel } from '../../shared/views/terminals.ts';

/** As they are called by those who sell them; in the API they have other names. */
const names: Readonly<Record<TerminalModel, string>> = {
  SATURN1000: 'Saturn S1F2',
  Saturn_S1F4_Pro: 'Saturn S1F4 Pro',
  S1P2: 'Saturn S1P2',
};

/** How a model is called; one that we do not know by its name in the API. */
export const modelName = (model: string): string =>
  Object.hasOwn(names, model) ? names[model as TerminalModel] : model;
