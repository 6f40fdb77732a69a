import { auditScenes } from './scenes/audit-scenes.ts';
import { deskScenes } from './scenes/desk-scenes.ts';
import { otherScenes } from './scenes/other-scenes.ts';
import { pairingScenes, welcomeScenes } from './scenes/pairing-scenes.ts';
import { peopleScenes } from './scenes/people-scenes.ts';
import { payScenes } from './scenes/pay-scenes.ts';
import { salesScenes } from './scenes/sales-scenes.ts';
import { type Scene } from './scenes/scene.ts';
import { sellerScenes } from './scenes/seller-scenes.ts';
import { sellScenes } from './scenes/sell-scenes.ts';
import { terminalScenes } from './scenes/terminal-scenes.ts';
import { storeScenes } from './scenes/store-scenes.ts';
import { fleetScenes } from './scenes/fleet-scenes.ts';

/** Every screen in every state that it can be in. */
export const scenes: readonly Scene[] = [
  ...welcomeScenes,
  ...pairingScenes,
  ...sellScenes,
  ...payScenes,
  ...salesScenes,
  ...deskScenes,
  ...sellerScenes,
  ...terminalScenes,
  ...fleetScenes,
  ...storeScenes,
  ...peopleScenes,
  ...auditScenes,
  ...otherScenes,
];

export function sceneNamed(name: string): Scene {
  const scene = scenes.find((candidate) => candidate.name === name);
  if (!scene) throw new Error(`No scene ${name}`);
  return scene;
}
