import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import type { SecretStore } from '../../../electron/keychain/secret-store.ts';
import { Settings, fitsSettings } from '../../../electron/settings/settings.ts';
import { openSettingsFile } from '../../../electron/shell/settings-file.ts';
import { Rights } from '../../../electron/staff/rights.ts';
import { Staff } from '../../../electron/staff/staff.ts';
import type { AuditNote } from '../../../shared/audit.ts';
import type { Person, Role } from '../../../shared/person.ts';
import type { Result } from '../../../shared/result.ts';
import { HandClock } from '../hand-clock.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { cheapPin } from './cheap-pin.ts';

/** The people of one profile, with a real settings file and a real keychain. */
export class StaffRoom {
  readonly clock = new HandClock();
  readonly secrets: SecretStore;
  /** What the audit log was told. */
  readonly told: AuditNote[] = [];
  staff: Staff;
  rights: Rights;
  settings: Settings;
  readonly #folder = temporaryFolder();

  constructor(secrets: SecretStore) {
    this.secrets = secrets;
    this.settings = this.#openSettings();
    this.staff = this.#openStaff();
    this.rights = this.#openRights();
  }

  /** Adds somebody who has this PIN, and has them at the till. */
  async add(name: string, role: Role, pin: string): Promise<Person> {
    const person: Person = { id: `person-${name}`, name, role };
    await this.secrets.write(`pin/${person.id}`, cheapPin(pin));
    this.settings.set('people', [...this.settings.get('people'), person]);
    this.staff.signIn(person);
    return person;
  }

  /** Adds somebody as they do it who begin a till: by typing. */
  async begin(name: string, role: Role, newPin: string, repeatPin = newPin): Promise<Result<Person>> {
    return await this.staff.begin(name, role, { newPin, repeatPin });
  }

  /** Tries PINs one after the other. Gives the last answer. */
  async tryPins(person: Person, ...pins: readonly [string, ...string[]]): Promise<Result<Person>> {
    const [first, ...others] = pins;
    let answer = await this.staff.verify(person.id, first);
    for (const pin of others) answer = await this.staff.verify(person.id, pin);
    return answer;
  }

  /** The till is closed and opened again. */
  restart(): void {
    this.settings = this.#openSettings();
    this.staff = this.#openStaff();
    this.rights = this.#openRights();
  }

  settingsText(): string {
    return readFileSync(join(this.#folder, 'settings.json'), 'utf8');
  }

  #openSettings(): Settings {
    const { file } = openSettingsFile({
      open: (options) => new Conf<Record<string, unknown>>({ ...options, configName: 'settings' }),
      folder: this.#folder,
      name: 'settings',
      fits: fitsSettings,
      now: this.clock.now(),
    });
    return new Settings(file, () => undefined);
  }

  #openRights(): Rights {
    const { settings, staff } = this;
    return new Rights({ settings, staff, onAudit: (note) => this.told.push(note) });
  }

  #openStaff(): Staff {
    return new Staff({
      settings: this.settings,
      secrets: this.secrets,
      clock: this.clock,
      locksByItself: true,
      onChange: () => undefined,
      onAudit: (note) => this.told.push(note),
    });
  }
}
