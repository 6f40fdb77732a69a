import { join } from 'node:path';
import { scenes } from './gallery.ts';
import { accessibilityFlaws, cutOff, smallTargets } from './looks-right.ts';
import { expect, test, usualLook } from './till-test.ts';
import { type Look } from './window-stage.ts';

/** The looks that every scene must bear: usual, smallest, twice enlarged, and largest. */
const looks: Readonly<Record<string, Look>> = {
  'light, English, 1440 × 900': usualLook,
  'dark, Norwegian, 1024 × 700': { width: 1024, height: 700, theme: 'dark', locale: 'nb' },
  'Norwegian, 1024 × 700 at 200 %': { width: 1024, height: 700, zoom: 200, theme: 'light', locale: 'nb' },
  'English, 2560 × 1440': { width: 2560, height: 1440, theme: 'light', locale: 'en' },
};

/** An open list follows its field a moment after the window has another size. */
const settled = expect.configure({ soft: true, timeout: 3_000 });

/** Where to leave a picture of every scene in every look, for whoever wants to see them. */
const pictures = process.env['TILLSIDE_PICTURES'];

for (const scene of scenes) {
  test(`${scene.name} is accessible, keeps the policy, and is nowhere cut off`, async ({ open }) => {
    const { page, complaints, turnTo } = await open(scene);
    for (const [name, look] of Object.entries(looks)) {
      await turnTo(look);
      if (pictures !== undefined) {
        const file = `${scene.name}, ${name}.png`.replaceAll(' ', '-');
        await page.screenshot({ path: join(pictures, file), fullPage: look.zoom === 200 });
      }
      await settled.poll(() => cutOff(page), { message: `nothing is cut off: ${name}` }).toEqual([]);
      expect.soft(await smallTargets(page), `all targets are large enough: ${name}`).toEqual([]);
      if (look === usualLook) {
        expect.soft(await accessibilityFlaws(page, 'all'), 'axe finds nothing').toEqual([]);
      }
      if (look.theme === 'dark') {
        expect.soft(await accessibilityFlaws(page, 'colours'), 'all can be read in the dark').toEqual([]);
      }
    }
    expect(complaints, 'the policy is kept and nothing complains').toEqual([]);
  });
}
