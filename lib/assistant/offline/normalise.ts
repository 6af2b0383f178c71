import { closers, openers, plainVerb, politeness } from "./lexicon";

/** One kind of quote, dash and space, so that patterns need to know only one. The person's own letters stay as they are. */
export function normalise(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\r\n?/g, "\n")
    .replace(/[\t\u00a0\u2009\u202f]/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** A request without its politeness: "could you please add milk for me?" → "add milk". */
export function core(text: string): string {
  let result = text.trim();
  for (let last = ""; last !== result; ) {
    last = result;
    result = result.replace(openers, "").replace(politeness, "").replace(closers, "").trim();
  }
  const wasAsked = result !== text.trim() && politeness.test(text.trim().replace(openers, ""));
  return plainVerb(wasAsked ? result.replace(/\s*\?+$/, "") : result);
}
