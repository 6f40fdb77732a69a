import type { DisplayResult, Prompt, Terminal } from './records.ts';
import type { World } from './world.ts';

/** What a person can do to a simulated terminal: the customer's hands, and the plug. */
export const buttons = ['tap', 'decline', 'cancel', 'unplug', 'plug-in'] as const;
export type Button = (typeof buttons)[number];

/** An answer of the customer to a prompt. */
export type Answer = Extract<Button, 'tap' | 'decline' | 'cancel'>;

/** Those whose prompts a terminal shows: sales and refunds. */
export interface Prompter {
  readonly onShown: (subject: string) => void;
  readonly onAnswer: (subject: string, answer: Answer) => void;
  /** The terminal stopped asking: nobody answered, or it was plugged in again and has forgotten. */
  readonly onGivenUp: (subject: string) => void;
  /** How long it takes until the terminal shows it, in ms. */
  readonly delayMs: (subject: string) => number;
}

/** How long the display tells how a prompt ended, in ms. */
const resultShownMs = 5_000;

/** The simulated terminals: one prompt on the display, others behind it, and the buttons. */
export class Terminals {
  readonly #world: World;
  readonly #prompters: Readonly<Record<Prompt['kind'], Prompter>>;

  constructor(world: World, prompters: Readonly<Record<Prompt['kind'], Prompter>>) {
    this.#world = world;
    this.#prompters = prompters;
  }

  get(terminalId: string): Terminal | undefined {
    return this.#world.state.terminals.find((terminal) => terminal.terminal_id === terminalId);
  }

  /** Brings a prompt to a terminal, behind those that it has. */
  ask(terminal: Terminal, kind: Prompt['kind'], subject: string): void {
    terminal.prompts.push({ kind, subject, shown: false });
    if (terminal.prompts.length === 1) this.#next(terminal);
  }

  /** The time has come for a prompt to be seen. */
  show(subject: string): void {
    const terminal = this.#holderOf(subject);
    const [prompt] = terminal?.prompts ?? [];
    if (!terminal?.plugged || !prompt || prompt.subject !== subject || prompt.shown) return;
    prompt.shown = true;
    delete terminal.lastResult;
    delete terminal.menu;
    const { agenda, options } = this.#world;
    const { promptTimeoutMs, answers, answerDelayMs } = options();
    agenda.after(promptTimeoutMs, 'give-up', subject);
    this.#prompters[prompt.kind].onShown(subject);
    if (answers === 'by-itself') agenda.after(answerDelayMs, 'answer', subject);
  }

  /** The terminal answers by itself, as if a card was held to it. */
  answer(subject: string): void {
    const prompt = this.#holderOf(subject)?.prompts[0];
    if (prompt?.shown) this.#prompters[prompt.kind].onAnswer(subject, 'tap');
  }

  /** Nobody answered in time. */
  giveUp(subject: string): void {
    const prompt = this.#holderOf(subject)?.prompts[0];
    if (prompt) this.#prompters[prompt.kind].onGivenUp(subject);
  }

  /** A prompt is over. What comes next is shown. */
  end(subject: string, result: DisplayResult): void {
    const terminal = this.#holderOf(subject);
    if (!terminal) return;
    const { agenda } = this.#world;
    agenda.drop(subject, 'prompt', 'answer', 'give-up', 'stop-prompt');
    const wasShown = terminal.prompts.some((prompt) => prompt.subject === subject && prompt.shown);
    terminal.prompts = terminal.prompts.filter((prompt) => prompt.subject !== subject);
    if (wasShown) {
      terminal.lastResult = result;
      agenda.drop(terminal.terminal_id, 'clear-display');
      agenda.after(resultShownMs, 'clear-display', terminal.terminal_id);
    }
    this.#next(terminal);
  }

  /** The display goes dark after the result of a prompt. */
  clearDisplay(terminalId: string): void {
    delete this.get(terminalId)?.lastResult;
  }

  /** Presses a button. One that means nothing at the moment does nothing, as on a real device. */
  press(terminalId: string, button: Button): void {
    const terminal = this.get(terminalId);
    if (!terminal) return;
    if (button === 'unplug') {
      this.#unplug(terminal);
    } else if (button === 'plug-in') {
      this.#plugIn(terminal);
    } else {
      const [prompt] = terminal.prompts;
      if (button === 'cancel') delete terminal.menu;
      if (terminal.plugged && prompt?.shown) this.#prompters[prompt.kind].onAnswer(prompt.subject, button);
    }
  }

  #unplug(terminal: Terminal): void {
    terminal.plugged = false;
    delete terminal.lastResult;
    delete terminal.menu;
    for (const prompt of terminal.prompts) {
      prompt.shown = false;
      this.#world.agenda.drop(prompt.subject, 'prompt', 'answer', 'give-up');
    }
  }

  #plugIn(terminal: Terminal): void {
    if (terminal.plugged) return;
    terminal.plugged = true;
    if (this.#world.options().plugInAgain === 'drop') {
      for (const prompt of [...terminal.prompts]) this.#prompters[prompt.kind].onGivenUp(prompt.subject);
    }
    this.#next(terminal);
  }

  #next(terminal: Terminal): void {
    const [prompt] = terminal.prompts;
    if (!terminal.plugged || !prompt || prompt.shown) return;
    this.#world.agenda.drop(prompt.subject, 'prompt');
    this.#world.agenda.after(this.#prompters[prompt.kind].delayMs(prompt.subject), 'prompt', prompt.subject);
  }

  #holderOf(subject: string): Terminal | undefined {
    return this.#world.state.terminals.find((terminal) =>
      terminal.prompts.some((prompt) => prompt.subject === subject),
    );
  }
}
