/** How people say yes and no, as pieces of patterns over a whole answer. */
const either = (...words: string[]) => words.join("|");

const pronoun = "(?:it|that|this|them|those|these)";
/** "(approve) | it all" */
const object = `(?: (?:${pronoun}|all|any(?:thing| of (?:them|those|it))?))?`;

/** Verdicts on what waits for approval. */
export const approval = either(`approved?${object}`, `confirm(?:ed)?${object}`, `accept(?:ed)?${object}`, "proceed");
export const rejection = either(`(?:refused?|den(?:y|ied)|reject(?:ed)?|disapproved?)${object}`);

export const assent = either(
  "y|ya|yes+|yeah+|yep|yup|ye|aye|sure(?: thing)?|ok(?:ay)?|k|of course|indeed|certainly|definitely|absolutely|exactly|correct|right|affirmative",
  "go (?:ahead|for it|on)|do (?:it|that|so)|please(?: do)?|yes please|add (?:it|that|them)|why not|by all means|that'?s right|sounds? (?:good|great|right)",
  "uh[- ]?huh|👍|✅",
  approval,
);
/** Assent only where something was asked: by themselves these words praise. */
export const content = "fine|perfect|great|it is|i do|mm?hm+|that'?s (?:it|correct|the one)|(?:that|this) one";

const asBefore = "(?:(?:just )?(?:as|how|where|the way) (?:it|they) (?:is|are|was|were))";
export const refusal = either(
  "no+|n|nope|nah|neither(?: (?:one|of (?:them|those)))?|none(?: of (?:them|those|these))?|nothing|not (?:that|those|now|really)",
  `never ?mind(?: (?:that|it|then))?|nvm|forget (?:it|that|about (?:it|that))|cancel(?: that)?|skip it|drop it|rather not|no thanks?(?: you)?`,
  `don'?t(?: bother| worry(?: about it)?)?|do not|(?:don'?t|do not) (?:do|delete|change|move|touch|remove) (?:${pronoun}|any(?:thing| of (?:them|those|it))?)`,
  `(?:keep|leave) (?:${pronoun}|everything|(?:the|all the) (?:rest|others?)|all(?: of (?:it|them|those|these))?)(?: all)?(?: alone| there| be| ${asBefore})?|stop`,
);
/** Refusal only where something was asked. */
export const decline = either(
  `not (?:any|either)(?: of (?:them|those))?|cancel it|skip that|scrap that|no need|i(?:'ve)? changed my mind`,
  rejection,
);

/** All of what was asked about. */
export const everything = either(
  "all|both|each|every ?one|everything|the lot|them(?: all)?|all (?:of )?(?:the )?above",
  "(?:all|both|each|every ?one) of (?:them|those|these|the above)|all (?:two|three|four|five)(?: of them)?",
);
/** Any of several that are alike. */
export const indifference =
  "either(?: one| of them)?|any(?: one| of them)?|whichever|whatever|(?:it )?doesn'?t matter|i don'?t (?:mind|care)|you (?:choose|pick|decide)";

/** What leads from a no to something else that is wanted. */
export const refusalBefore =
  "no+|nope|nah|neither|none(?: of (?:them|those))?|never ?mind(?: that)?|forget (?:it|that)|cancel that|leave (?:it|them)|skip (?:it|that)";
export const assentBefore = "yes|yeah|yep|yup|sure|please do";
