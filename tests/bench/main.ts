/** `npm run bench -- charge | journal | sales | terminals`: figures beside their limits. Ends with 1 when a limit is missed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchCharge } from './charge.ts';
import { type Figure, renderFigures } from './figures.ts';
import { benchJournal } from './journal.ts';
import { benchSales } from './sales.ts';
import { benchTerminals } from './terminals.ts';

const benches: Readonly<Record<string, (folder: string) => Promise<readonly Figure[]>>> = {
  charge: benchCharge,
  journal: benchJournal,
  sales: benchSales,
  terminals: benchTerminals,
};

const named = process.argv.slice(2);
const wanted = named.length === 0 ? Object.keys(benches) : named;
for (const name of wanted) {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no benchmark ${name}; there are ${Object.keys(benches).join(', ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'tillside-bench-'));
  try {
    const figures = await bench(folder);
    console.log(`\n${name}\n${renderFigures(figures)}`);
    if (figures.some(({ kept }) => kept === false)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
