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

const refusal =
  /^(?:no+|n|nope|nah|neither(?: (?:one|of (?:them|those)))?|none(?: of (?:them|those|these))?|never ?mind(?: (?:that|it|then))?|nvm|forget (?:it|that|about (?:it|that))|cancel(?: (?:that|it))?|leave (?:it|them|that)(?: (?:alone|be|as (?:it|they) (?:is|are)))?|don'?t(?: bother| worry(?: about it)?)?|skip (?:it|that)|drop it|not (?:any|either)(?: of (?:them|those))?|nothing|stop|refused?|deny|denied|reject(?:ed)?(?: it| that| them)?|disapprove|scrap that|no thanks?(?: you)?|no need|i(?:'ve)? changed my mind)$/i;
const assent =
  /^(?:y|ya|yes+|yeah+|yep|yup|ye|sure(?: thing)?|ok(?:ay)?|k|fine|please(?: do)?|do (?:it|that|so)|go (?:ahead|for it|on)|correct|right|exactly|that'?s (?:it|right|correct|the one)|(?:that|this) one|it is|i do|indeed|definitely|absolutely|certainly|of course|why not|sounds? (?:good|great|right)|add (?:it|that|them)|uh[- ]?huh|mm?hm+|aye|by all means|affirmative|perfect|great|confirm(?:ed)?|approved?(?: (?:it|that|them|all))?|accept(?:ed)?|proceed|👍|✅)$/iu;
const filler = /^(?:thanks?(?: you)?|please|then|um+|uh+|hm+|oh|well|it'?s (?:ok|fine)|all good|actually|sorry)$/i;

const pieces = (said: string) =>
  said
    .split(/[\s]*[,.;!…]+\s*|\s+-\s+/)
    .flatMap((piece) => withoutChatter(piece) || [])
    .filter((piece) => !filler.test(piece));

const areAll = (said: string, pattern: RegExp) => {
  const all = pieces(said);
  return all.length > 0 && all.every((piece) => pattern.test(piece));
};

/** "hm neither, forget it" */
export const isRefusal = (said: string) => areAll(said, refusal);

/** "yeah sure, go ahead" */
export const isAssent = (said: string) =>
  areAll(said, assent) ||
  /^(?:(?:yes|yeah|yep|sure|ok(?:ay)?|please|do) )+(?:do|it|that|please|add it)$/i.test(said.trim());

/** What follows a yes that goes on: "yes, and make it urgent". */
export function afterAssent(said: string): string | null {
  const rest = /^(?:yes|yeah|yep|yup|sure|please do)[\s,.!-]+(?<rest>\S.*)$/is.exec(said.trim())?.groups?.rest;
  return rest && !isAssent(rest) ? rest : null;
}

/** What follows a no that asks for something else: "forget it, mark milk as done". */
export function afterRefusal(said: string): string | null {
  const rest =
    /^(?:no+|nope|nah|neither|none(?: of (?:them|those))?|never ?mind(?: that)?|forget (?:it|that)|cancel that|leave (?:it|them)|skip (?:it|that))[\s,.!;:-]+(?<rest>\S.*)$/is.exec(
      withoutChatter(said),
    )?.groups?.rest;
  return rest &&
    /^(?:(?:please|just|and|then|but|can you|could you|instead) )*(?:add|create|remind|mark|complete|tick|delete|remove|move|push|reschedule|rename|put|set|make|tag|restore)\b/i.test(
      rest,
    )
    ? rest.replace(/\s+instead[\s.!]*$/i, "")
    : null;
}

export const isEverything = (said: string) =>
  /^(?:both|all|each|every ?one|the lot|them(?: all)?|everything|all (?:the )?above|(?:both|all|each|every one)(?: of (?:them|those|these|the above))|all (?:two|three|four|five))(?: of them)?$/i.test(
    withoutChatter(said),
  );

/** "either", "whichever": any of several that are alike will do. */
export const isIndifferent = (said: string) =>
  /^(?:either(?: one| of them)?|any(?: one| of them)?|whichever|whatever|(?:it )?doesn'?t matter|i don'?t (?:mind|care)|you (?:choose|pick|decide))\b/i.test(
    withoutChatter(said),
  );
