// A reply must not tell of a change that didn't happen. Which words tell of one is judged sentence by sentence, simply:
// a sentence that begins with the deed ("Added …", "Done: …"), or says that I did it ("I've moved …", "I have now added …").
// Questions, and sentences that deny ("nothing was changed", "I didn't"), tell of none.

const deeds =
  "added|created|moved|rescheduled|postponed|changed|updated|renamed|deleted|removed|cleared|cancelled|canceled|" +
  "completed|finished|checked off|ticked off|marked|reopened|restored|brought back|undone|undid|reverted|tagged|set|done";

const beginsWithDeed = new RegExp(
  `^(?:(?:ok(?:ay)?|sure|all right|alright|great|got it)[,.!]? +)?(?:${deeds})\\b`,
  "i",
);
const byMe = new RegExp(`\\bI(?: have|['’]ve)?(?: (?:now|just|also|already))? (?:${deeds})\\b`, "i");
const denies = /\b(?:nothing|not|no longer open|already|never|couldn't|can't)\b|n['’]t\b/i;

/** "Done." is said of a change; "Done this week: 3 tasks" is said of the list. */
const isOfList = /^(?:completed|finished|done) (?:today|yesterday|this|last|so far|tasks?)\b|^set\b(?! .* to\b)/i;

export function claimsChange(reply: string): boolean {
  return sentencesOf(reply).some(
    (sentence) =>
      !sentence.endsWith("?") &&
      !denies.test(sentence) &&
      !isOfList.test(sentence) &&
      (beginsWithDeed.test(sentence) || byMe.test(sentence)),
  );
}

/** Items of a list are the words of tasks, and so are words between asterisks or quotes: neither is a claim. */
function sentencesOf(reply: string): string[] {
  const prose = reply
    .split("\n")
    .filter((line) => !/^\s*(?:[-*•]|\d+[.)])\s/.test(line))
    .join("\n")
    .replace(/\*\*.*?\*\*|“[^”]*”|"[^"]*"/g, "…");
  return prose
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}
