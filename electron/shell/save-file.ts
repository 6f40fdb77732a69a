import type { SaveDialogOptions, SaveDialogReturnValue } from 'electron';

/** What is to be saved: a name that the person may change, and the end that every name has. */
export interface SaveOffer {
  readonly name: string;
  /** Without the dot. */
  readonly extension: string;
}

/** Asks where a file is to be saved. The system asks too before one that is there is replaced. `undefined` for nowhere. */
export type ChooseFile = (offer: SaveOffer) => Promise<string | undefined>;

/** The system's own dialog. `show` opens it in front of the window. */
export const createSaveDialog =
  (show: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>): ChooseFile =>
  async ({ name, extension }) => {
    const { canceled, filePath } = await show({
      defaultPath: `${name}.${extension}`,
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    return canceled || filePath === '' ? undefined : filePath;
  };
