/** From and up to which position of the text as it was typed. */
export type Span = [start: number, end: number];

const preposition =
  "(?:on|by|before|for|at|around|about|from|until|till|til|through|towards?|in|during|start(?:ing|s)?|beginning|begins|ending|some ?time|no later than|not later than|within|over|as of|effective|happening|taking place|scheduled|which is|that is|@|between|this|since|per|of|up to|roughly|latest|to|after|early|late|any ?time|all day|not|instead of|rather than)";
const deadline =
  "(?:(?:with |and |that'?s |it'?s |which is |is )?(?:an? |the )?(?:due date|deadline|due)(?: is| of| set)?:? ?)";
const before = new RegExp(`(?:^|(?<=[\\s,(]))(?:[-–—(] ?)?${deadline}?(?:${preposition} (?:the )?){0,3}(?:the )?@?$`);
const after =
  /^(?: (?:sharp|exactly|or so|latest|at the latest|prompt|on the dot|some ?time|any ?time|at some point|or thereabouts))/;
// "tomorrow is trash day", "tomorrow's the day": the date was what the sentence is about.
const isSubject = /(?:^|\b(?:that|because|cause|since|remember|and|so)\s)$/;
const verbOfSubject = /^(?:'s| is| will be| as)(?= )/;

/** A date with the words that lead to it, "… | due by | friday", and with its own brackets. */
export function leadIn(lower: string, start: number, end: number): Span {
  // The words before are few: a long text need not be searched from its beginning.
  const near = Math.max(0, start - 60);
  const at = before.exec(lower.slice(near, start))?.index;
  const from = at === undefined || particle(lower.slice(near + at, start), lower.slice(start, end)) ? start : near + at;
  const verbs = particleFirst.exec(lower.slice(from, start))?.[0].length ?? 0;
  if (verbs > 0) return [from + verbs, end];
  const tail = after.exec(lower.slice(end))?.[0].length ?? 0;
  if (lower[from] === "(") return lower[end + tail] === ")" ? [from, end + tail + 1] : [start, end + tail];
  const verb = isSubject.test(lower.slice(0, from)) ? (verbOfSubject.exec(lower.slice(end))?.[0].length ?? 0) : 0;
  return [from, end + Math.max(tail, verb)];
}

/** "check in | friday", "come over | tomorrow": before such a day the word belongs to the verb. */
const particle = (lead: string, date: string) =>
  /(?:^|\s)(?:in|over)\s+$/.test(lead) && /^(?:sun|mon|tue|wed|thu|fri|sat|today|tonight|tomorrow|\d)/.test(date);

/** "pencil me in | for friday" */
const particleFirst = /^(?:in|over)\s+(?=(?:for|on|at|by|from|until|before)\s)/;

const copula = /\s(?:is|are|will be|is going to be|has to be|should be)\s*$/;

/** "my appointment is | at 10": where nothing follows the date, nothing is left for it to be. */
export function withCopula(spans: Span[], lower: string): Span[] {
  const last = spans.at(-1);
  if (!last || !/^[\s.!?]*$/.test(lower.slice(last[1], last[1] + 20))) return spans;
  const is = copula.exec(lower.slice(Math.max(0, last[0] - 20), last[0]))?.[0].length ?? 0;
  return [...spans.slice(0, -1), [last[0] - is, last[1]]];
}

export function without(text: string, spans: readonly Span[]) {
  let rest = "";
  let from = 0;
  for (const [start, end] of spans) {
    rest += `${text.slice(from, Math.max(from, start))} `;
    from = Math.max(from, end);
  }
  // A full stop after a date was the date's.
  return tidy(rest + (from > 0 ? text.slice(from).replace(/^\s*\.\s*$/, "") : text));
}

/** Mends what taking words out of a sentence leaves behind. */
function tidy(text: string) {
  return text
    .replace(/\(\s*\)/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ +([,;.!?)])/g, "$1")
    .replace(/([,;])(?:\s*[,;])+/g, "$1")
    .replace(/^[\s,;:–—-]+/g, "")
    .replace(/[\s,;:–—-]+$/g, "")
    .trim();
}
