import { z } from 'zod';

/** Something out of the ordinary that can be practised in training mode. */
export const trainingScenarioSchema = z.enum([
  'terminal-needs-update',
  'seller-under-review',
  'terminal-busy',
]);
export type TrainingScenario = z.infer<typeof trainingScenarioSchema>;

export const trainingScenariosSchema = z
  .array(z.object({ scenario: trainingScenarioSchema, on: z.boolean() }).readonly())
  .readonly();
export type TrainingScenarios = z.infer<typeof trainingScenariosSchema>;
