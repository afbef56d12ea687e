/** Types of Payback's embed script: `<payback-calculator>`, its properties and events, and the messages of its iframe. */

/** The id of an input, as in links and files: `growth`, `capex`, `custom_share`, … */
export type PaybackInput = string;

/** A number (shares and rates as fractions), the id of an option, or a switch. Text is read as in links: `"85%"`. */
export type PaybackValue = number | string | boolean;

/** Every input, or any subset. */
export type PaybackScenario = Record<PaybackInput, PaybackValue>;

/** The result of a search; `value` is null where there is none. */
export interface PaybackGoal {
  value: number | null;
  status: 'solved' | 'met at the lower bound' | 'not reached';
}

/** The measures of a scenario: money in $ billion, time in years, shares as fractions, `null` for absent values. */
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
  /** The ranges of the simulated cases that a reader has set, by input: two ends, or null for an input held fixed. */
  ranges?: Record<PaybackInput, [number, number] | null>;
  summary: PaybackSummary;
  /**
   * The share of the way to the bad ends of all uncertain inputs at which NPV turns negative. With a minus sign, the share of
   * the way to the good ends at which it turns positive. Null where even the ends do not turn it.
   */
  margin_of_safety: number | null;
}

/** A message from the host to the iframe. */
export type PaybackRequest =
  | { type: 'payback:set'; scenario: Partial<PaybackScenario> }
  | { type: 'payback:get'; id?: string | number | boolean | null }
  | { type: 'payback:reset' };

/** A message from the iframe to the host. */
export type PaybackMessage =
  | { type: 'payback:ready' }
  | ({ type: 'payback:outcome'; id?: string | number | boolean | null } & PaybackOutcome)
  | { type: 'payback:height'; height: number }
  | { type: 'payback:error'; message: string };

export interface PaybackEvents {
  /** After each settled change, and once when the calculator has loaded. */
  outcome: CustomEvent<PaybackOutcome>;
  /** The calculator refused a value; nothing was changed. */
  refused: CustomEvent<{ message: string }>;
}

/**
 * The calculator as an element.
 *
 * Attributes: `src` (the calculator's page; `index.html` beside the script by default, and it may carry a fragment with
 * further inputs), `preset`, `growth`, `capex`, `custom_share`, `charts`, `controls`, `theme`, `lang`, `height` (until the
 * calculator has loaded, in pixels), `title` (the frame's name; `0` hides the heading), `sandbox`, `loading`.
 */
export interface PaybackCalculatorElement extends HTMLElement {
  /** The value of every input, or null before the calculator has loaded. Assigning an object changes the inputs it names. */
  get scenario(): PaybackScenario | null;
  set scenario(values: Partial<PaybackScenario>);
  /** The outcome of the present scenario, or null before the calculator has loaded. */
  readonly outcome: PaybackOutcome | null;
  /** Restores the scenario that was opened. */
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
