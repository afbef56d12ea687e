/** Types of Payback's embed script: `<payback-calculator>`, its properties and events, and the messages of its iframe. */

/** One of the inputs, by its id: `growth`, `capex`, `custom_share` and all others that links and files name. */
export type PaybackInput = string;

/** Numbers (shares and rates as fractions), options by their id, switches. Text is read as in links: `"85%"`. */
export type PaybackValue = number | string | boolean;

/** Every input, or any subset. */
export type PaybackScenario = Record<PaybackInput, PaybackValue>;

/** A value that a search ended with, or why it has none. */
export interface PaybackGoal {
  value: number | null;
  status: 'solved' | 'met at the lower bound' | 'not reached';
}

/** What a scenario leads to: money in $ billion, time in years, shares as fractions, `null` where there is none. */
export interface PaybackSummary {
  npv: number;
  npv_without_terminal: number;
  irr: number | null;
  irr_status: 'no outlay' | 'no inflow' | 'unique' | 'multiple' | 'no real root';
  payback_years: number | null;
  first_touch_years: number | null;
  discounted_payback_years: number | null;
  peak_deficit: number;
  peak_deficit_years: number;
  cumulative_cash_end: number;
  total_revenue: number;
  total_capex: number;
  unmet_total: number;
  unmet_in_build: number;
  breakeven_growth_npv: PaybackGoal;
  breakeven_growth_cash: PaybackGoal;
  [measure: string]: unknown;
}

export interface PaybackOutcome {
  version: number;
  scenario: PaybackScenario;
  summary: PaybackSummary;
}

/** What a host may post to the iframe. */
export type PaybackRequest =
  | { type: 'payback:set'; scenario: Partial<PaybackScenario> }
  | { type: 'payback:get'; id?: string | number | boolean | null }
  | { type: 'payback:reset' };

/** What the iframe posts to its host. */
export type PaybackMessage =
  | { type: 'payback:ready' }
  | ({ type: 'payback:outcome'; id?: string | number | boolean | null } & PaybackOutcome)
  | { type: 'payback:height'; height: number }
  | { type: 'payback:error'; message: string };

export interface PaybackEvents {
  /** After each settled change, and once when the calculator is there. */
  outcome: CustomEvent<PaybackOutcome>;
  /** The calculator did not take a value; nothing was changed. */
  refused: CustomEvent<{ message: string }>;
}

/**
 * The calculator as an element.
 *
 * Attributes: `src` (the calculator's page; `index.html` beside the script by default, and it may carry a fragment with
 * further inputs), `preset`, `growth`, `capex`, `custom_share`, `charts`, `controls`, `theme`, `lang`, `height` (room
 * reserved until it is loaded, in pixels), `title` (the frame's name; `0` hides the heading), `sandbox`, `loading`.
 */
export interface PaybackCalculatorElement extends HTMLElement {
  /** Every input as the calculator has it, or null before it is there. Set any subset to move those. */
  get scenario(): PaybackScenario | null;
  set scenario(values: Partial<PaybackScenario>);
  /** What the present scenario leads to, or null before it is known. */
  readonly outcome: PaybackOutcome | null;
  /** Back to what it opened with. */
  reset(): void;
  addEventListener<K extends keyof PaybackEvents>(
    type: K,
    listener: (this: PaybackCalculatorElement, event: PaybackEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'payback-calculator': PaybackCalculatorElement;
  }
  interface Window {
    PaybackCalculator?: { new (): PaybackCalculatorElement; readonly prototype: PaybackCalculatorElement };
  }
}
