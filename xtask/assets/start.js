// Follows the glue in the same module: unpacks the program, checks it, and starts it. Each failure has its own name.
const boot = window.payback_boot;
boot.stage = "engine";
const pristine = document.documentElement.cloneNode(true);
const block = (name) => document.getElementById("payback-" + name);

// What a person saved into this copy, or nothing.
boot.state = () => block("state")?.textContent.trim() ?? "";

// This page's own source with a state inside, and with the picture of that state where there is one.
// JSON may write any character as \uXXXX, so nothing in it can become markup.
boot.page = (state, still) => {
  const copy = pristine.cloneNode(true);
  const inside = copy.querySelector("#payback-state");
  if (inside) inside.textContent = state.replace(/[<>&\u2028\u2029]/g, (sign) => "\\u" + sign.charCodeAt(0).toString(16).padStart(4, "0"));
  if (still) copy.querySelector("#payback").innerHTML = still;
  for (const name of ["data-ready", "data-error", "data-theme"]) copy.removeAttribute(name);
  return "<!doctype html>\n" + copy.outerHTML;
};

class Failure extends Error {
  constructor(cause, detail) {
    super(detail);
    this.cause = cause;
  }
}

// The digest leaves nothing to chance; a browser that offers none (outside secure pages) gets a sum.
async function program() {
  const { length, size, digest, check } = block("engine").dataset;
  const text = block("engine").textContent;
  if (text.length < Number(length)) throw new Failure("payload-truncated", `${text.length} of ${length} characters`);
  if (text.length > Number(length)) throw new Failure("payload-altered", `${text.length} characters instead of ${length}`);
  const bytes = assembled(text, Number(size));
  const whole = globalThis.crypto?.subtle ? (await hash(bytes)) === digest : sum(bytes) === Number(check);
  if (!whole) throw new Failure("payload-altered", "the digest differs");
  return bytes;
}

function assembled(text, size) {
  try {
    return together(text, size);
  } catch (error) {
    throw new Failure("payload-altered", String(error));
  }
}

async function hash(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function sum(bytes) {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

// The smallest module there is: a browser that refuses it refuses every module.
function blocked() {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    return false;
  } catch {
    return true;
  }
}

async function engine() {
  if (typeof WebAssembly !== "object") throw new Failure("no-webassembly", "");
  if (blocked()) throw new Failure("wasm-blocked", "");
  try {
    return await WebAssembly.compile(await program());
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(error instanceof WebAssembly.CompileError ? "old-browser" : "memory", String(error));
  }
}

// A trap that no panic has named before is memory that ran out, or a stack that did.
function trapped(error) {
  const text = String(error);
  if (error instanceof WebAssembly.RuntimeError || /out of memory|call stack|too much recursion/i.test(text)) boot.fail("memory", text);
}

// In place of the browser's own, for the glue. Firefox now and then turns to what waits in the middle of other work: the
// program's tasks, begun a second time inside themselves, would fail and never go on.
let working = false;
function queueMicrotask(work) {
  const turn = () => {
    if (working) return setTimeout(turn);
    working = true;
    try {
      work();
    } finally {
      working = false;
    }
  };
  globalThis.queueMicrotask(turn);
}

// Told on the way out: a page without an origin of its own does not learn from WebKit what went wrong in an event.
function watched(part) {
  if (typeof part !== "function") return part;
  return (...words) => {
    try {
      return part(...words);
    } catch (error) {
      trapped(error);
      throw error;
    }
  };
}

engine().then((module) => {
  boot.stage = "app";
  try {
    initSync({ module });
    wasm = Object.fromEntries(Object.entries(wasm).map(([name, part]) => [name, watched(part)]));
  } catch (error) {
    trapped(error);
    if (error instanceof RangeError) boot.fail("memory", String(error));
    if (error instanceof WebAssembly.LinkError) boot.fail("payload-altered", String(error));
    throw error;
  }
}).catch((error) => boot.fail(error.cause ?? "old-browser", String(error.message ?? error)));
