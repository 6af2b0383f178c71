import { closers, knowing, openers, ownVerbs, politeness } from "@/lib/words/english/requests";
import { actionVerbs } from "@/lib/words/english/verbs";
import { respelled } from "./spelling";

/** Sounds of hesitation, which a dictated message holds anywhere. */
const hesitation = /(?<=^|[\s,.!?])(?:u+m+|u+h+|e+r+m*|uhm+|hm+)(?=$|[\s,.!?…])[,…]?(?:\.{2,})?/giu;

/** Contractions of people that are typed without their sign, where a clause can begin. */
const contractions: Record<string, string> = {
  ive: "I've",
  im: "I'm",
  weve: "we've",
  youve: "you've",
  theyve: "they've",
};
const bareContraction =
  /(?<=^|[.,;:!?] |\b(?:and|but|so|because|cos|that|as|if|then|now|ok|yeah|yes|no|oh|think) )(?:ive|im|weve|youve|theyve)(?= )/gi;

/** One kind of quote, dash and space, and command words without slips, so that patterns need to know only one form. Titles stay as they are. */
export function normalise(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\r\n?/g, "\n")
    .replace(/[\t\u00a0\u2009\u202f]/g, " ")
    .replace(hesitation, " ")
    .replace(/,? (?:you )?mark my words[.!]*$/i, "")
    .replace(bareContraction, (word) => contractions[word.toLowerCase()] ?? word)
    .replace(/ {2,}/g, " ")
    .replace(/^ +| +$/gm, "")
    // "*8am": how a word of the message before is put right.
    .replace(/^\*(?=\S)(?!.*\n)/, "make it ")
    .trim();
  return respelled(plain.replace(rang, "they ").replace(soThat, " to ")) || text.trim();
}

/** "the dentist called and moved my appointment": what was told on the telephone. */
const rang =
  /^(?:the|my|our) \p{L}+(?: \p{L}+)? (?:just )?(?:called|rang|phoned|texted|emailed|wrote|messaged)(?: me| us)? and (?:has |have )?(?=(?:moved|rescheduled|changed|pushed|postponed|shifted|delayed)\b)/iu;

/** "update the report so it's due on friday" */
const soThat =
  /(?<=^(?:please )?(?:update|change|edit|set|move|adjust) .+) so (?:that )?(?:it(?:'s| is)|they(?:'re| are)) (?:now )?(?:due )?(?:on |at )?(?=\S)/iu;

/** "can the fence wait till saturday?" is "the fence can wait till saturday". */
const inverted =
  /^(?<modal>can|could|should|may|might) (?<subject>(?:the|my|our|this|that)\b.+?) (?<verb>wait|be|move|go|slip|happen|get)\b/iu;

/** "I'd like the filter to come round every 3 months" */
const wished =
  /^(?:i(?:'d| would)? (?:like|want|prefer|love|need)|have|let|make) (?<subject>(?:the|my|our)\b.+?)(?: to)? (?<verb>be|come(?: round| up)?|go|happen|repeat|recur|move|start) (?=every|each|on|at|daily|weekly|monthly|back|to|from|once|twice|\p{L}+day|next|the)/iu;

/** "robin, can you…": whatever somebody calls the assistant. */
const strangeName = /^\p{L}{2,12},? (?=(?:can|could|would|will) (?:you|u)\b)/iu;

/** "I was wondering, if it isn't too much trouble, whether …" */
const bother = /,\s*if (?:it|that|you)\b[^,]{3,40},\s*/i;

/** A request without its politeness: "I was wondering if you could please add milk for me?" → "add milk". */
export function core(text: string): string {
  let result = text.trim().replace(strangeName, "").replace(bother, " ");
  for (let last = ""; last !== result; ) {
    last = result;
    if (knowing.test(result)) break;
    if (isPermission(result.replace(openers, ""))) return result.replace(openers, "").replace(closers, "").trim();
    result = result.replace(openers, "").replace(politeness, "").replace(closers, "").trim();
  }
  const known = knowing.exec(result)?.[0];
  // "I'd love to know if there's anything due" is a question, though no question word begins it.
  if (known)
    return `${result.slice(known.length)}${/\b(?:if|whether)\s+$/i.test(known) && !result.endsWith("?") ? "?" : ""}`;
  if (inverted.test(result)) result = result.replace(inverted, "$<subject> $<modal> $<verb>").replace(/\s*\?+$/, "");
  result = result.replace(wished, "$<subject> should $<verb> ");
  const wasAsked = result !== text.trim() && politeness.test(text.trim().replace(openers, ""));
  return plainVerb(wasAsked ? result.replace(/\s*\?+$/, "") : result);
}

/** What somebody may do is a question: "can I freeze rice?"; so is whether they may throw something out. "can I add milk?" asks for it. */
function isPermission(text: string) {
  const { may = "", verb = "" } =
    /^(?:(?<may>can|could|may|might|should|shall|am|are) (?:i|we)|(?:is|would|might) it (?:be )?(?:ok(?:ay)?|alright|all right|safe|possible)(?: for me)?(?: to| if i| if we))(?: allowed to| please| just| also| maybe)* (?<verb>\p{L}+)/iu.exec(
      text,
    )?.groups ?? {};
  if (!verb || /^bring .*\b(?:forward|back|up)\b/i.test(text.slice(text.search(/\bbring\b/i)))) return false;
  const deed = verb.toLowerCase();
  const isAsked = asking.has(deed) || /^(?:am|are|should|shall)$/i.test(may);
  return !isAsked || (asksWhether.test(may) && losing.has(deed));
}
/** "could I delete it?" asks whether to, where "can I delete it?" asks for it. */
const asksWhether = /^(?:could|may|might|should|shall|am|are)$/i;
const losing = new Set("delete remove cancel erase clear drop scrap bin skip wipe empty trash".split(" "));
const asking = new Set([...ownVerbs, ..."have get see ask hear know squeeze fit skip book you".split(" ")]);
for (const word of ["bring", "take", "give", "start", "finish", "open", "find"]) asking.delete(word);

/** "would you mind adding…" */
function plainVerb(text: string) {
  return text.replace(/^[a-z]{2,}ing\b(?= \S)/i, (word) => {
    const base = baseOf(word.toLowerCase());
    return base && ownVerbs.has(base) ? base : word;
  });
}

/** "shifting" → "shift", "removing" → "remove", "putting" → "put"; null when no verb is behind the word. */
function baseOf(gerund: string): string | null {
  const stem = gerund.replace(/ing$/, "");
  if (stem === gerund) return null;
  const bases = [`${stem}e`, stem, stem.replace(/(.)\1$/, "$1")];
  return bases.find((base) => ownVerbs.has(base) || actionVerbs.has(base)) ?? null;
}
