import * as verdicts from "@/lib/words/english/verdicts";

/** Words around an answer that say nothing of their own: "hm, the first one please". */
const before =
  /^(?:(?:um+|uh+|er+m?|hm+|oh|ah+|ok(?:ay)?|well|so|right|just|actually|sorry|please|and|i think|i guess|i suppose|probably|maybe|let'?s (?:see|say)|lemme see|hang on|lol|ha(?:ha)+|it'?s|that'?s|i mean(?:t)?|i'?m talking about|i was talking about|only)[\s,.!…:-]+)+(?=\S)/i;
const behind =
  /(?:[\s,.!]+(?:lol|ha(?:ha)+|please|pls|plz|thanks?(?: you)?(?: (?:a lot|a bunch|so much|very much|loads))?|thx|ty|cheers|i think|i guess|i mean(?:t)?|of course|obviously|sorry|mate|dear|love|x+))+[\s.!]*$/i;

export const withoutChatter = (said: string) =>
  said
    .trim()
    .replace(before, "")
    .replace(behind, "")
    .replace(/[\s.!,;:]+$/, "")
    .trim();

const answer = (...words: string[]) => new RegExp(`^(?:${words.join("|")})$`, "iu");
const verdict = answer(verdicts.approval, verdicts.rejection);
const approval = answer(verdicts.approval, "yes|yes please|go ahead|do it|yes,? (?:please|do it)");
const rejection = answer(verdicts.rejection);
/** Of one answer alone, and of several in a row. */
type Verdict = [each: RegExp, row: RegExp];
const filler = /^(?:thanks?(?: you)?|please|then|um+|uh+|hm+|oh|well|it'?s (?:ok|fine)|all good|actually|sorry)$/i;

const pieces = (said: string) =>
  said
    .split(/[\s]*[,.;!…]+\s*|\s+-\s+/)
    .flatMap((piece) => withoutChatter(piece) || [])
    .filter((piece) => !filler.test(piece));

/** "yeah go ahead", "no don't please": such words in a row, with signs between them or without. */
const inARow = (...words: string[]) =>
  new RegExp(`^(?:(?:${words.join("|")}|please|thanks?(?: you)?|then)(?:[\\s,.!;…-]+|$))+$`, "iu");
const mostLong = 80;

const areAll = (said: string, [each, row]: Verdict) => {
  const all = pieces(said);
  if (all.length > 0 && all.every((piece) => each.test(piece))) return true;
  const plain = withoutChatter(said);
  return plain.length > 0 && plain.length <= mostLong && !bare.test(plain) && row.test(plain);
};
const bare = /^(?:please|thanks?(?: you)?|then|[\s,.!])+$/i;

const verdictOf = (...words: string[]): Verdict => [answer(...words), inARow(...words)];
const refusal = verdictOf(verdicts.refusal);
const assent = verdictOf(verdicts.assent);
const refusalWhenAsked = verdictOf(verdicts.refusal, verdicts.decline);
const assentWhenAsked = verdictOf(verdicts.assent, verdicts.content);

/** "hm neither, forget it", to a question. */
export const isRefusal = (said: string) => areAll(said, refusalWhenAsked);

/** "yeah sure, go ahead", to a question. */
export const isAssent = (said: string) => areAll(said, assentWhenAsked);

/** A no or a yes whatever was said before. */
export const isNo = (said: string) => areAll(said, refusal);
export const isYes = (said: string) => areAll(said, assent);

/** "approved", "reject it": words for what waits for approval. */
export const isVerdict = (said: string) => verdict.test(withoutChatter(said));
export const isApproval = (said: string) => approval.test(withoutChatter(said));
export const isRejection = (said: string) => rejection.test(withoutChatter(said));

const afterYes = new RegExp(`^(?:${verdicts.assentBefore})[\\s,.!-]+(?<rest>\\S.*)$`, "is");
const afterNo = new RegExp(`^(?:${verdicts.refusalBefore})[\\s,.!;:-]+(?<rest>\\S.*)$`, "is");

/** What follows a yes that goes on: "yes, and make it urgent". */
export function afterAssent(said: string): string | null {
  const rest = afterYes.exec(said.trim())?.groups?.rest;
  return rest && !isAssent(rest) ? rest : null;
}

/** What follows a no that asks for something else: "forget it, mark milk as done". */
export function afterRefusal(said: string): string | null {
  const rest = afterNo.exec(withoutChatter(said))?.groups?.rest;
  return rest &&
    /^(?:(?:please|just|and|then|but|can you|could you|instead) )*(?:add|create|remind|mark|complete|tick|delete|remove|move|push|reschedule|rename|put|set|make|tag|restore)\b/i.test(
      rest,
    )
    ? rest.replace(/\s+instead[\s.!]*$/i, "")
    : null;
}

const everything = answer(verdicts.everything);
export const isEverything = (said: string) => everything.test(withoutChatter(said));

/** "either", "whichever": any of several that are alike will do. */
const indifference = new RegExp(`^(?:${verdicts.indifference})\\b`, "i");
export const isIndifferent = (said: string) => indifference.test(withoutChatter(said));
