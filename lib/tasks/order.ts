// Positions are text compared byte by byte (COLLATE "C"), in digits of base 62. A task that is moved gets a text between its new
// neighbours', so that one row changes. No position ends in "0", or nothing would fit right before it.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const middle = "V";
const last = "z";

const digitAt = (text: string, place: number) => digits.indexOf(text[place] ?? "0");

/** Where a new task goes: after all earlier numbers. The first letter says how many digits follow, so that 9 comes before 10. */
export function endOf(number: number): string {
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) text = `${digits[rest % 62]}${text}`;
  return `${"abcdefghij"[text.length - 1]}${text}${middle}`;
}

/** A position after `a` and before `b`; null is the start or the end. */
export function between(a: string | null, b: string | null): string {
  if (a !== null && b !== null && a >= b) throw new RangeError(`${a} is not before ${b}`);
  if (a === null) return b === null ? middle : before(b);
  return b === null ? after(a) : midpoint(a, b);
}

// Stays below the next number's own position, which begins with another digit: only what comes after the middle grows.
function after(text: string): string {
  const place = digits.indexOf(text.at(-1) ?? "0");
  const isOwn = text.length <= endLength(text);
  return isOwn || text.endsWith(last) ? `${text}1` : `${text.slice(0, -1)}${digits[place + 1]}`;
}

const endLength = (text: string) => Math.max(1, "abcdefghij".indexOf(text[0] ?? "") + 1) + 2;

function before(text: string): string {
  const place = digits.indexOf(text.at(-1) ?? "0");
  return `${text.slice(0, -1)}${place > 1 ? digits[place - 1] : `0${last}`}`;
}

function midpoint(a: string, b: string): string {
  let place = 0;
  while (digitAt(a, place) === digitAt(b, place)) place++;
  const low = digitAt(a, place);
  const high = digitAt(b, place);
  const shared = b.slice(0, place);
  if (high - low > 1) return `${shared}${digits[Math.floor((low + high) / 2)]}`;
  // Neighbouring digits: b without its further digits is free, or else there is room above a's.
  if (b.length > place + 1) return b.slice(0, place + 1);
  return `${shared}${digits[low]}${above(a.slice(place + 1))}`;
}

/** Something after `rest` among texts that share what stands before it. */
function above(rest: string): string {
  const place = [...rest].findIndex((digit) => digit !== last);
  if (place === -1) return `${rest}${middle}`;
  const low = digitAt(rest, place);
  return `${rest.slice(0, place)}${digits[Math.ceil((low + 62) / 2)] ?? last}`;
}
