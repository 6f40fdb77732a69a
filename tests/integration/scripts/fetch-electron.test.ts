import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type RequestListener, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectFolder } from '../../host/programs.ts';

async function fetchFrom(answer: RequestListener): Promise<{ code: number | null; output: string }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  const cache = mkdtempSync(join(tmpdir(), 'tillside-test-'));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    rmSync(cache, { recursive: true, force: true });
  });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const child = spawn(process.execPath, [join(projectFolder, 'scripts', 'fetch-electron.mjs')], {
    env: {
      ...process.env,
      ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
      electron_config_cache: cache,
      TILLSIDE_FETCH_PATIENCE_MS: '400',
    },
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { code: child.exitCode, output };
}

describe('Fetching Electron', () => {
  it('gives up when no byte comes', async () => {
    const { code, output } = await fetchFrom(() => undefined);
    expect(code).toBe(1);
    expect(output).toContain('No byte came for 0.4 seconds');
  });

  it('gives up when the bytes stop coming, however many came', async () => {
    const { code, output } = await fetchFrom((_request, response) => {
      response.writeHead(200, { 'content-length': 100_000_000 });
      response.write(Buffer.alloc(1_000_000));
    });
    expect(code).toBe(1);
    expect(output).toContain('No byte came for 0.4 seconds');
  });

  it('takes nothing that is not what Electron’s checksums say', async () => {
    const { code, output } = await fetchFrom((_request, response) => response.end('not Electron'));
    expect(code).toBe(1);
    expect(output).toMatch(/can't be fetched \(.*checksum/i);
  });

  it('says what the server said', async () => {
    const { code, output } = await fetchFrom((_request, response) => response.writeHead(503).end());
    expect(code).toBe(1);
    expect(output).toContain('503');
  });
});
