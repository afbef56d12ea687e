/*! Payback: the element <payback-calculator>, and links in prose that change its inputs. MIT. */
(() => {
  'use strict';
  const TAG = 'payback-calculator';
  if (!window.customElements || customElements.get(TAG)) return;

  const script = document.currentScript || document.querySelector('script[src*="embed.js"]');
  const page = new URL('index.html', (script && script.src) || document.baseURI).href;

  // Attributes for inputs, and attributes for the appearance.
  const inputs = ['growth', 'capex', 'custom_share'];
  const appearance = ['charts', 'controls', 'theme', 'lang', 'title'];
  // Parameters of links that are not inputs. A link with one of them is opened as a whole.
  const linkOnly = /^(v|preset|case|name|baseline|pins|seed|view|theme|lang|embed|charts|controls|title)$/;

  const calculators = new Set();
  const read = (text) => new Map(new URLSearchParams(text || ''));
  const write = (map) => [...map].map((pair) => pair.map(encodeURIComponent).join('=')).join('&').replace(/%2C/g, ',');
  const object = (map) => [...map].reduce((all, [key, value]) => ({ ...all, [key]: value }), {});

  /** Constructed style sheets and `style.setProperty` are allowed by strict content policies; style attributes are not. */
  const styleSheet = (text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    return made;
  };
  const adopt = (root, text) => {
    try {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet(text)];
    } catch (_) {
      // An old browser has no constructed style sheets. The frame's own styles do not need them.
    }
  };
  const style = (element, rules) => {
    for (const name in rules) element.style.setProperty(name, rules[name], 'important');
  };

  class Calculator extends HTMLElement {
    static get observedAttributes() {
      return [...inputs, ...appearance, 'preset', 'src', 'height'];
    }

    constructor() {
      super();
      // Only the frame is shown. Other content is for readers without scripts.
      const root = this.attachShadow({ mode: 'open' });
      root.appendChild(document.createElement('slot')).name = 'frame';
      adopt(root, ':host{display:block}:host([hidden]){display:none}slot{display:block}');
      this._pending = null;
      this._outcome = null;
    }

    connectedCallback() {
      if (this._frame) return;
      if (Object.prototype.hasOwnProperty.call(this, 'scenario')) {
        // A script set the property before this class was defined.
        const early = this.scenario;
        delete this.scenario;
        this.scenario = early;
      }
      const frame = (this._frame = document.createElement('iframe'));
      frame.slot = 'frame';
      frame.title = this._name();
      frame.setAttribute('loading', this.getAttribute('loading') || 'lazy');
      frame.setAttribute('allow', 'clipboard-write');
      if (this.hasAttribute('sandbox')) frame.setAttribute('sandbox', this.getAttribute('sandbox'));
      style(frame, { display: 'block', width: '100%', 'min-width': '0', 'max-width': '100%', margin: '0', border: '0' });
      this._reserve();
      this._ready = false;
      frame.src = this._address();
      calculators.add(this);
      this.appendChild(frame);
    }

    disconnectedCallback() {
      calculators.delete(this);
      if (this._frame) this._frame.remove();
      this._frame = null;
      // If the element is only moved within the page, its new frame gets the same scenario.
      this._pending = this.scenario;
    }

    attributeChangedCallback(name, old, value) {
      if (!this._frame || old === value) return;
      if (name === 'height') this._reserve();
      else if (name === 'src') this._open(this._address(), true);
      else if (inputs.includes(name) && value !== null) this._set({ [name]: value });
      else if (name === 'preset' || inputs.includes(name)) this._open(this._address());
      else if (name !== 'title') this._open(this._address(this._outcome && this._outcome.scenario));
      else {
        this._frame.title = this._name();
        if ((old === '0') !== (value === '0')) this._open(this._address(this._outcome && this._outcome.scenario));
      }
    }

    /** The value of every input. Assigning an object changes the inputs that it names. */
    get scenario() {
      const known = this._outcome && this._outcome.scenario;
      return known || this._pending ? { ...known, ...this._pending } : null;
    }

    set scenario(values) {
      if (values && typeof values === 'object') this._set(values);
    }

    /** The present outcome, { version, scenario, ranges?, summary, margin_of_safety }, or null. */
    get outcome() {
      return this._outcome;
    }

    /** Restores the scenario that was opened. */
    reset() {
      this._pending = null;
      this._post({ type: 'payback:reset' });
    }

    _apply(values) {
      if (!values.size) this.reset();
      else if ([...values.keys()].some((key) => linkOnly.test(key))) this._open(this._address(object(values), []));
      else this._set(object(values));
    }

    _set(values) {
      if (this._ready) this._post({ type: 'payback:set', scenario: { ...values } });
      else this._pending = { ...this._pending, ...values };
    }

    _post(message) {
      if (this._ready) this._frame.contentWindow.postMessage(message, '*');
    }

    /** A loaded page takes a new fragment without loading again. `location.replace` adds nothing to the history. */
    _open(address, reload) {
      const loaded = this._ready;
      this._pending = null;
      if (reload) this._ready = false;
      try {
        if (loaded) return this._frame.contentWindow.location.replace(address);
      } catch (_) {
        // Some browsers refuse access to the frame's location.
      }
      this._frame.src = address;
    }

    _base() {
      return new URL(this.getAttribute('src') || page, document.baseURI).href;
    }

    _address(more, from = ['preset', ...inputs]) {
      const [base, fragment] = this._base().split('#');
      const link = new Map([['embed', '1'], ...(from.length ? read(fragment) : [])]);
      for (const name of [...appearance, ...from]) {
        const value = this.getAttribute(name);
        if (value !== null && (name !== 'title' || value === '0')) link.set(name, value);
      }
      for (const key in more) link.set(key, typeof more[key] === 'boolean' ? (more[key] ? 'on' : 'off') : more[key]);
      return base + '#' + write(link);
    }

    _name() {
      const title = this.getAttribute('title');
      return title && title !== '0' ? title : 'Payback calculator';
    }

    /** Sets the height until the calculator tells its own: the last one, the attribute, or an estimate. */
    _reserve() {
      const narrow = (this.clientWidth || 720) < 560;
      const count = (name, usual) =>
        (this.getAttribute(name) || usual).split(',').filter((id) => id && id !== 'none').length;
      const [charts, dials] = [count('charts', 'cash'), count('controls', inputs.join())];
      const guess = narrow ? 365 + 94 * dials + 330 * charts : 230 + (dials ? 110 : 0) + 290 * charts;
      resize(this._frame, this._height || parseFloat(this.getAttribute('height')) || guess);
    }

    _receive(data) {
      if (data.type === 'payback:ready') {
        this._ready = true;
        const pending = this._pending;
        this._pending = null;
        if (pending) this._set(pending);
        else this._post({ type: 'payback:get', id: 'first' });
      } else if (data.type === 'payback:outcome') {
        const { type, id, ...outcome } = data;
        this._outcome = outcome;
        unmark(this, outcome.scenario);
        this._dispatch('outcome', outcome);
      } else if (data.type === 'payback:error') {
        refuse(this);
        this._dispatch('refused', { message: String(data.message) });
      } else if (data.type === 'payback:height') {
        if (resize(this._frame, data.height)) this._height = data.height;
      }
    }

    _dispatch(name, detail) {
      this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }
  }

  const resize = (frame, height) => {
    const fits = height > 0 && height < 1e5;
    if (fits) style(frame, { height: Math.ceil(height) + 'px' });
    return fits;
  };

  window.addEventListener('message', ({ data, source }) => {
    if (!source || !data || typeof data.type !== 'string' || data.type.indexOf('payback:')) return;
    for (const calculator of calculators) {
      if (calculator._frame.contentWindow === source) return calculator._receive(data);
    }
    // Plain iframes of the calculator get their height too.
    if (data.type !== 'payback:height') return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) resize(frame, data.height);
    }
  });

  // Prose: links such as <a data-payback="growth=0.5&capex=75">, and paragraphs that apply when they scroll into view.

  const target = (element) => {
    const id = element.getAttribute('data-payback-for');
    if (id) return [...calculators].find((calculator) => calculator.id === id);
    const here = element.getBoundingClientRect();
    const apart = (calculator) => {
      const there = calculator.getBoundingClientRect();
      return Math.max(0, there.top - here.bottom, here.top - there.bottom);
    };
    return [...calculators].reduce((best, each) => (best && apart(best) <= apart(each) ? best : each), null);
  };

  const current = new Map();
  const mark = (calculator, element) => {
    const values = read(element.getAttribute('data-payback'));
    clear(calculator);
    if (!values.size) return;
    element.setAttribute('aria-current', 'true');
    current.set(calculator, { element, values, seen: false });
  };
  const clear = (calculator) => {
    const marked = current.get(calculator);
    if (marked) marked.element.removeAttribute('aria-current');
    current.delete(calculator);
  };
  /** A link whose values are refused is not current: the calculator shows another scenario. */
  const refuse = (calculator) => {
    const marked = current.get(calculator);
    if (marked && !marked.seen) clear(calculator);
  };
  const number = (text) => (/%\s*$/.test(text) ? parseFloat(text) / 100 : Number(text));
  /** A link is no longer current when the calculator's inputs differ from it. */
  const unmark = (calculator, scenario) => {
    const marked = current.get(calculator);
    if (!marked) return;
    const same = [...marked.values].every(([key, text]) => {
      const now = scenario[key];
      return typeof now !== 'number' || isNaN(number(text)) || Math.abs(now - number(text)) < 1e-9;
    });
    if (same) marked.seen = true;
    else if (marked.seen) clear(calculator);
  };

  const apply = (element) => {
    const calculator = target(element);
    if (calculator) {
      mark(calculator, element);
      calculator._apply(read(element.getAttribute('data-payback')));
    }
    return calculator;
  };

  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)');
  const scrollTo = (calculator) => {
    const { top, bottom, height } = calculator.getBoundingClientRect();
    const room = window.innerHeight;
    if (top >= 0 && (bottom <= room || top < room / 2)) return;
    calculator.scrollIntoView({ block: height > room ? 'start' : 'nearest', behavior: reducedMotion.matches ? 'auto' : 'smooth' });
  };

  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest && event.target.closest('a[data-payback],button[data-payback]');
    const calculator = link && apply(link);
    if (!calculator) return;
    event.preventDefault();
    scrollTo(calculator);
  });

  const visible = new Map();
  let active = null;
  const middle = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return Math.abs(top + bottom - window.innerHeight);
  };
  const nearest = (elements) => elements.reduce((best, each) => (best && middle(best) <= middle(each) ? best : each), null);
  const steps = new IntersectionObserver(
    (entries) => {
      const entered = [];
      for (const { target: step, isIntersecting } of entries) {
        if (isIntersecting && !visible.has(step)) entered.push(step);
        if (isIntersecting) visible.set(step, true);
        else visible.delete(step);
      }
      // The step that enters becomes active. If the active step leaves, the nearest visible one does.
      const next = nearest(entered) || (visible.has(active) ? null : nearest([...visible.keys()]));
      if (next && next !== active) apply((active = next));
    },
    { rootMargin: '-12% 0px -12% 0px' },
  );

  const known = new WeakSet();
  const scan = () => {
    for (const element of document.querySelectorAll('[data-payback]')) {
      if (known.has(element)) continue;
      known.add(element);
      if (element.getAttribute('data-payback-on') === 'enter') steps.observe(element);
      if (element.localName === 'a' && !element.hasAttribute('href')) {
        const calculator = target(element);
        element.href = (calculator ? calculator._base() : page).split('#')[0] + '#' + element.getAttribute('data-payback');
      }
    }
  };

  let asked = false;
  new MutationObserver(() => {
    if (asked) return;
    asked = true;
    setTimeout(() => {
      asked = false;
      scan();
    }, 100);
  }).observe(document, { childList: true, subtree: true });

  adopt(document, ':where(a[data-payback][aria-current]){background:rgba(11,107,133,.12);border-radius:3px}');
  customElements.define(TAG, Calculator);
  scan();
  window.PaybackCalculator = Calculator;
})();
