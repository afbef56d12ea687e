// Puts together what `xtask/src/apart.rs` has pulled apart: the rows of the text, each read at its own pace, become a program's
// bytes. An altered text becomes other bytes or an error, and never a loop without end: every turn takes a sign.
// Small functions, because a browser is quick to make those fast.
function together(text, size) {
  const bytes = new Uint8Array(size), places = [0], words = [], recent = new Uint16Array(50001);
  let end = 0, known = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) places.push(at + 1);

  const sign = (row) => {
    const code = text.charCodeAt(places[row]++);
    if (code > 31) return code;
    throw new Error("a row ends early");
  };
  const number = (row) => {
    for (let sum = 0; ;) {
      const code = sign(row), digit = code < 60 ? code - 32 : code - 33;
      if (digit < 64) return sum * 64 + digit | 0;
      sum = sum * 30 + digit - 63 | 0;
    }
  };
  const copy = (row) => {
    for (let code; (code = text.charCodeAt(places[row]++)) > 31;) bytes[end++] = code;
  };
  const unsigned = (value) => {
    for (; value >>> 0 > 127; value >>>= 7) bytes[end++] = value | 128;
    bytes[end++] = value;
  };
  const signed = (value) => {
    for (; value > 63 || value < -64; value >>= 7) bytes[end++] = value | 128;
    bytes[end++] = value & 127;
  };
  // A size stands before what it measures.
  const measured = (start) => {
    const size = end - start;
    let room = 1;
    for (let rest = size; rest > 127; rest >>>= 7) room++;
    bytes.copyWithin(start + room, start, end);
    end = start;
    unsigned(size);
    end += size;
  };

  const local = (age) => {
    if (age >>> 0 > 50000) throw new Error("no function has as many locals");
    for (; known <= age; known++) recent[known] = known;
    const local = recent[age];
    for (; age > 0; age--) recent[age] = recent[age - 1];
    recent[0] = local;
    unsigned(local);
  };
  const constant = () => {
    const value = number(256 + words[text.charCodeAt(places[1])].head[0]);
    signed((value >>> 1) ^ -(value & 1));
  };
  const table = (row) => {
    let left = number(row);
    for (unsigned(left); left >= 0; left--) unsigned(number(row));
  };
  const raw = (row, left) => {
    for (; left > 0; left--) bytes[end++] = number(row);
  };
  const long = (row) => {
    for (let byte = 128; byte > 127;) bytes[end++] = byte = number(row);
  };
  const seldom = (rest, row) => {
    if (rest === 2) unsigned(number(row)), unsigned(number(row));
    else if (rest === 6) long(row);
    else if (rest === 7) raw(row, 8);
    else table(row);
  };

  const step = () => {
    const { rest, row, head } = words[sign(1)];
    for (let at = 0; at < head.length; at++) bytes[end++] = head[at];
    if (rest === 4) local(row);
    else if (rest === 3) local(number(row));
    else if (rest === 1) unsigned(number(row));
    else if (rest === 5) constant();
    else if (rest > 0) seldom(rest, row);
    return head[0];
  };
  const body = () => {
    const start = end;
    let kinds = number(4), depth = 1;
    for (unsigned(kinds); kinds > 0; kinds--) {
      unsigned(number(4));
      bytes[end++] = 127 - number(4);
    }
    known = 0;
    while (depth > 0) {
      const op = step();
      if (op === 11) depth--;
      else if (op > 1 && op < 5) depth++;
    }
    measured(start);
  };

  for (let left = number(0); left > 0; left--) {
    words[sign(0)] = { rest: number(0), row: number(0), head: Array.from({ length: number(0) }, () => number(0)) };
  }
  copy(2);
  bytes[end++] = 10;
  const section = end;
  let left = number(4);
  for (unsigned(left); left > 0; left--) body();
  measured(section);
  copy(3);
  return bytes;
}
