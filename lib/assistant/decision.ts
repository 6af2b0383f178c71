const assent =
  "(?:y|ya|yes+|yep|yeah|yup|sure|ok(?:ay)?|fine|absolutely|definitely|certainly|of course|why not|sounds good|please|do|go ahead|go on|go for it|approved?|accept(?:ed)?|allow(?:ed)?|confirm(?:ed)?|proceed|👍)";
const object = "(?: (?:it|that|this|them|those|these|everything|all(?: of (?:it|them|those|these))?))?";
/** "yes, delete them": the verb of what waits, after a yes. */
const deed = `(?:yes|yeah|yep|sure|ok(?:ay)?)[\\s,]+(?:please )?(?:delete|remove|complete|change|move)${object}`;
// No word may be read in two ways: a long message would otherwise be read in all of them.
const yes = new RegExp(`^(?:(?:${deed}|${assent}${object})(?=[\\s,.!]|$)[\\s,.!]*)+(?:then|thanks|thank you)?$`, "iu");

/** A typed answer to "shall I?": true for a plain yes. Anything else means no, and is answered as usual. */
export const decisionIn = (text: string): boolean => yes.test(text.trim().replace(/[\s.!]+$/, ""));
