import { describe, expect, it } from 'vitest';
import { FakeProject } from './fake-project.ts';

// The project of these tests has the packages of this system alone.
const here = `${process.platform}-${process.arch}` === 'linux-x64';

function preparedProject(): FakeProject {
  const project = new FakeProject();
  project.installTools();
  return project;
}

describe.runIf(here)('npm test with a step that looks at the build', () => {
  it.each(['renderer', 'e2e'])('builds for %s when there is no build', async (step) => {
    const project = preparedProject();
    await project.test([step]);
    expect(project.toolCalls()).toEqual(['build', `test --project=${step}`]);
  });

  it('builds again when a source has changed, and only then', async () => {
    const project = preparedProject();
    await project.test(['renderer']);
    await project.test(['renderer']);
    project.changeSource('second');
    await project.test(['renderer']);
    const look = 'test --project=renderer';
    expect(project.toolCalls()).toEqual(['build', look, look, 'build', look]);
  });

  it('builds once for several of them', async () => {
    const project = preparedProject();
    await project.test(['build', 'renderer', 'e2e']);
    expect(project.toolCalls()).toEqual(['build', 'test --project=renderer', 'test --project=e2e']);
  });

  it('fails when nothing can be built, without a look at what was built before', async () => {
    const project = preparedProject();
    await project.test(['renderer']);
    project.changeSource('second');
    const { code, output } = await project.test(['renderer', 'e2e'], { FAKE_BUILD_FAILS: '1' });
    expect(code).toBe(1);
    expect(output).toContain('a bracket is missing');
    expect(output).toContain('Failed: renderer, e2e');
    expect(project.toolCalls()).toEqual(['build', 'test --project=renderer', 'build']);
  });

  it('counts the screens and the app apart', async () => {
    const { code, output } = await preparedProject().test(['renderer', 'e2e']);
    expect(code).toBe(1);
    expect(output).toMatch(/^renderer +2 +0 +0 /m);
    expect(output).toMatch(/^e2e +1 +1 +0 .*on the stand-in/m);
    expect(output).toMatch(/^tests in all +3 +1 +0$/m);
  });

  it('hands on what follows a single step', async () => {
    const project = preparedProject();
    await project.test(['e2e', 'refund', '--headed']);
    expect(project.toolCalls().at(-1)).toBe('test --project=e2e refund --headed');
  });
});
