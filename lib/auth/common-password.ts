import { commonWords } from "./common-words";

/**
 * Is it a password that a guesser tries first? By rule and not by a list: a common word with up to six digits or signs
 * around it, also in leet spelling, a short thing repeated, keys in a row, a number. `own` are words that everybody knows of
 * this person: the name, the e-mail address.
 */
export function isCommonPassword(password: string, own: string[] = []): boolean {
  const text = password.toLowerCase();
  const known = new Set(own.map((word) => word.toLowerCase()).filter((word) => word.length >= 3));
  const isKnown = (word: string) => commonWords.has(word) || known.has(word);
  const unit = repeatedUnit(text);
  if (unit.length <= 4 || /^\d{1,12}$/.test(unit) || isRows(unit)) return true;
  return cores(unit).some((core) => isKnown(core) || isKnown(repeatedUnit(core)) || isRows(core)) || known.has(unit);
}

/** "todo" of "todotodo"; the text itself when nothing is repeated. */
function repeatedUnit(text: string): string {
  const length = (text + text).indexOf(text, 1);
  return text.slice(0, length);
}

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop[]",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "qwertzuiopü",
  "yxcvbnm",
  "azertyuiop",
  "qsdfghjklm",
  "wxcvbn",
  "!@#$%^&*()_+",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "qazwsxedcrfvtgbyhnujmikolp",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "a1b2c3d4e5f6g7h8",
  "147258369",
  "789456123",
].flatMap((row) => [row, [...row].reverse().join("")]);

/** Nothing but pieces of at least three keys in a row: "qwer1234", "abcdefgh", "1qaz2wsx". */
function isRows(text: string): boolean {
  let rest = text;
  while (rest.length >= 3) {
    const length = longestRow(rest);
    if (length < 3) return false;
    rest = rest.slice(length);
  }
  return rest.length === 0;
}

function longestRow(text: string): number {
  let length = 3;
  while (length <= text.length && rows.some((row) => row.includes(text.slice(0, length)))) length++;
  return length - 1;
}

const leet: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
  "+": "t",
};
const unleet = (text: string) => text.replace(/[0134578@$!|+]/g, (sign) => leet[sign] ?? sign);

/** What is left of "P@ssw0rd123!": without up to six digits or signs at the ends, and with leet read as letters. */
function cores(text: string): string[] {
  const plain = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  // "$unshine99": the sign at the end belongs to the word.
  const spelled = unleet(text.replace(/^[\d#*._-]+|[\d!?#*._+-]+$/g, ""));
  return [plain, unleet(plain), unleet(plain).replaceAll(/[\s._-]/g, ""), spelled, unleet(text)].filter(
    (core) => core.length >= 3 && text.length - core.length <= 6,
  );
}
