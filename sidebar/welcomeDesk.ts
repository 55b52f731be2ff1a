import type { Reply, Request } from '../src/rpc';
import { WELCOME_CALLS } from '../src/rpc/welcomeCalls';
import { PAGE_WORDS } from '../src/words/pages';
import { WELCOME_WORDS, type WelcomeWords } from '../src/words/welcome';
import type { PageLanguage } from './format';
import { whyNoReply } from './noReply';
import { readersLanguage } from './readersLanguage';
import { callsOf } from './script';
import { type Person, problemsOf } from './welcomeTeamCheck';

const call = callsOf<keyof typeof WELCOME_CALLS>(WELCOME_CALLS);

export type WelcomeSet = Reply<'welcomeView'>['sets'][number];

/** What is chosen so far. */
export interface Choices {
  readonly stages: string;
  readonly team: readonly Person[];
  readonly rhythm: Request<'welcome'>['rhythm'];
  readonly day: number;
  readonly hour: number;
  readonly currency: string;
}

export interface WelcomeState {
  readonly shown: 'loading' | 'failed' | 'thereAlready' | 'steps' | 'done';
  readonly sets: readonly WelcomeSet[];
  readonly me: string;
  /** From 0. */
  readonly step: number;
  readonly choices: Choices;
  /** Somebody tried to go on: what is wrong in this step is said. */
  readonly tried: boolean;
  readonly busy: boolean;
  readonly problem: string;
}

const LAST_STEP = 2;

/** The three steps of the welcome, and the two calls that it makes. It draws nothing. */
export class WelcomeDesk {
  #language: PageLanguage = readersLanguage();
  #listener: () => void = () => {};
  #state: WelcomeState = {
    shown: 'loading',
    sets: [],
    me: '',
    step: 0,
    choices: {
      stages: '',
      team: [],
      rhythm: 'weekly',
      day: 1,
      hour: 8,
      currency: this.#language === 'zh' ? 'CNY' : 'USD',
    },
    tried: false,
    busy: false,
    problem: '',
  };

  get state(): WelcomeState {
    return this.#state;
  }

  get language(): PageLanguage {
    return this.#language;
  }

  get words(): WelcomeWords {
    return WELCOME_WORDS[this.#language];
  }

  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  async load(): Promise<void> {
    this.#set({ shown: 'loading' });
    const reply = await call('welcomeView', {});
    if (!reply.ok) return this.#set({ shown: 'failed' });
    const { sets, me, isSetUp, language } = reply;
    this.#language = language;
    this.#set({
      shown: isSetUp ? 'thereAlready' : 'steps',
      sets,
      me: me.address,
      choices: {
        ...this.#state.choices,
        stages: sets[0]?.key ?? '',
        team: [{ ...me, role: 'manager' }],
        currency: language === 'zh' ? 'CNY' : 'USD',
      },
    });
  }

  /** The workbook's language; the currency follows as long as nobody has typed another one. */
  speak(language: PageLanguage): void {
    const { choices } = this.#state;
    this.#language = language;
    const isDefault = choices.currency === 'USD' || choices.currency === 'CNY';
    const currency = isDefault ? (language === 'zh' ? 'CNY' : 'USD') : choices.currency;
    this.#set({ choices: { ...choices, currency } });
  }

  choose(part: Partial<Choices>): void {
    this.#set({ choices: { ...this.#state.choices, ...part }, problem: '' });
  }

  back(): void {
    this.#set({ step: Math.max(0, this.#state.step - 1), tried: false, problem: '' });
  }

  /** To the next step, or sets the workbook up after the last one; stays where something is wrong. */
  async next(): Promise<void> {
    if (this.#state.busy) return;
    if (this.isWrong) return this.#set({ tried: true });
    if (this.#state.step < LAST_STEP) this.#set({ step: this.#state.step + 1, tried: false });
    else await this.#setUp();
  }

  get isWrong(): boolean {
    const { step, choices } = this.#state;
    if (step === 1) return problemsOf(choices.team, this.words.team).some((one) => one !== null);
    return step === LAST_STEP && !/^[A-Z]{3}$/.test(choices.currency);
  }

  async #setUp(): Promise<void> {
    this.#set({ busy: true, problem: '' });
    const { team, ...choices } = this.#state.choices;
    const people = team.filter(({ name, address }) => name.trim() + address.trim() !== '');
    const reply = await call('welcome', { language: this.#language, team: people, ...choices });
    this.#set({ busy: false });
    if (reply.ok) this.#set({ shown: 'done' });
    else this.#set({ problem: whyNoReply(reply, PAGE_WORDS[this.#language]) });
  }

  #set(part: Partial<WelcomeState>): void {
    this.#state = { ...this.#state, ...part };
    this.#listener();
  }
}
