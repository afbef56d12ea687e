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

function packed() {
  const { length } = block("engine").dataset;
  const text = block("engine").textContent.trim();
  if (text.length < Number(length)) throw new Failure("payload-truncated", `${text.length} of ${length} characters`);
  if (text.length > Number(length)) throw new Failure("payload-altered", `${text.length} characters instead of ${length}`);
  try {
    return Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch (error) {
    throw new Failure("payload-altered", String(error));
  }
}

// Gzip brings its own checksum and length; the digest, where the browser offers one, leaves nothing to chance.
async function program() {
  const { digest, size } = block("engine").dataset;
  let bytes;
  try {
    const stream = new Blob([packed()]).stream().pipeThrough(new DecompressionStream("gzip"));
    bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    throw error instanceof Failure ? error : new Failure(error instanceof RangeError ? "memory" : "payload-altered", String(error));
  }
  const hash = globalThis.crypto?.subtle && new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = hash && Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (bytes.length !== Number(size) || (hex && hex !== digest)) throw new Failure("payload-altered", "the digest differs");
  return bytes;
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
  if (typeof DecompressionStream !== "function") throw new Failure("old-browser", "no DecompressionStream");
  const bytes = await program();
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw new Failure(error instanceof WebAssembly.CompileError ? "old-browser" : "memory", String(error));
  }
}

engine().then((module) => {
  boot.stage = "app";
  try {
    initSync({ module });
  } catch (error) {
    const starved = error instanceof RangeError || error instanceof WebAssembly.RuntimeError;
    if (error instanceof WebAssembly.LinkError) boot.fail("payload-altered", String(error));
    else if (starved) setTimeout(() => boot.fail("memory", String(error)), 0);
    else throw error;
  }
}).catch((error) => boot.fail(error.cause ?? "payload-altered", error.message));
