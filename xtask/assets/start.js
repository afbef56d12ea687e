// Follows wasm-bindgen's glue in the same module: decodes, checks and starts the program. Every failure has a name.
const boot = window.payback_boot;
boot.stage = "program";
const pristine = document.documentElement.cloneNode(true);
const element = (name) => document.getElementById("payback-" + name);

// The state inside a saved copy, or an empty text.
boot.state = () => element("state")?.textContent.trim() ?? "";

// The source of this page with a state and, if given, the static page of that state.
// JSON allows any character as \uXXXX, so the state cannot contain markup.
boot.page = (state, staticPage) => {
  const copy = pristine.cloneNode(true);
  const place = copy.querySelector("#payback-state");
  if (place) place.textContent = state.replace(/[<>&\u2028\u2029]/g, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));
  if (staticPage) copy.querySelector("#payback").innerHTML = staticPage;
  for (const name of ["data-ready", "data-error", "data-theme"]) copy.removeAttribute(name);
  return "<!doctype html>\n" + copy.outerHTML;
};

class Failure extends Error {
  constructor(cause, detail) {
    super(detail);
    this.cause = cause;
  }
}

// The program is one character per byte: the low eight bits of the character's code.
async function program() {
  const { size, digest, checksum } = element("program").dataset;
  const text = element("program").textContent;
  if (text.length < Number(size)) throw new Failure("payload-truncated", `${text.length} of ${size} bytes`);
  if (text.length > Number(size)) throw new Failure("payload-altered", `${text.length} bytes instead of ${size}`);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  // Browsers offer digests to secure origins only.
  const intact = globalThis.crypto?.subtle ? (await sha256(bytes)) === digest : fnv1a(bytes) === Number(checksum);
  if (!intact) throw new Failure("payload-altered", "the digest differs");
  return bytes;
}

async function sha256(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fnv1a(bytes) {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

// Whether even the smallest module is refused.
function blocked() {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    return false;
  } catch {
    return true;
  }
}

async function compiled() {
  if (typeof WebAssembly !== "object") throw new Failure("no-webassembly", "");
  if (blocked()) throw new Failure("wasm-blocked", "");
  try {
    return await WebAssembly.compile(await program());
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(error instanceof WebAssembly.CompileError ? "old-browser" : "memory", String(error));
  }
}

// A trap without a panic before it means that memory or stack is exhausted.
function reportTrap(error) {
  const text = String(error);
  if (error instanceof WebAssembly.RuntimeError || /out of memory|call stack|too much recursion/i.test(text)) boot.fail("memory", text);
}

// Firefox sometimes runs waiting microtasks in the middle of other work. The program's tasks would then start inside
// themselves and panic, so a microtask that comes during another one is put off.
const enqueue = globalThis.queueMicrotask.bind(globalThis);
let running = false;
globalThis.queueMicrotask = (task) => {
  const turn = () => {
    if (running) return setTimeout(turn);
    running = true;
    try {
      task();
    } finally {
      running = false;
    }
  };
  enqueue(turn);
};

// Reports traps where JavaScript calls the program. The event `error` would do, but in a page without an origin of its own
// (a sandboxed frame) WebKit hides the error from it.
function reporting(call) {
  if (typeof call !== "function") return call;
  return (...args) => {
    try {
      return call(...args);
    } catch (error) {
      reportTrap(error);
      throw error;
    }
  };
}

compiled().then((module) => {
  boot.stage = "app";
  try {
    // `wasm` is the glue's variable for the program's exports.
    initSync({ module });
    wasm = Object.fromEntries(Object.entries(wasm).map(([name, value]) => [name, reporting(value)]));
  } catch (error) {
    reportTrap(error);
    if (error instanceof RangeError) boot.fail("memory", String(error));
    if (error instanceof WebAssembly.LinkError) boot.fail("payload-altered", String(error));
    throw error;
  }
}).catch((error) => boot.fail(error.cause ?? "old-browser", String(error.message ?? error)));
