import { actionVerbs } from "./english/verbs";

/** Words that show that what stands before them is complete: "friday | about the party". */
const connectives =
  "and|or|then|but|on|at|by|for|to|in|from|with|w|about|before|after|until|till|please|pls|thanks|thank|thx|because|cause|cos|cuz|since|so|if|when|while|as|via|re|regarding|instead|not|is|are|was|due|every|each|starting|through|thru|around|per|also|too|w/|high|low|medium|urgent|priority|tag|tagged|i|we|it|can|could|will|would|should|shall|called|named|titled|labeled|labelled|that|which|sharp|exactly|or so|latest|maybe|works|next|this|last|my|the|our|me|up|lasting|ending|til|between";
export const roomAfter = new RegExp(
  `^(?:\\s*$|\\s*[,.;:!?)(\\]|\\n–—/]|\\s+[-#!@&+\\uE000]|\\s+(?:${connectives})(?![\\p{L}\\p{N}]))`,
  "u",
);

/** Words after which a name of a day belongs to a thing: "the friday report". */
const determiners =
  "the|a|an|my|our|your|his|her|their|its|last|this week's|next week's|good|happy|black|casual|ruby|no|any|some|each|super|taco|throwback";
/** Words after which a number tells which one: "room 9", "chapter 7". */
export const counted =
  /(?:^|[^\p{L}])(?:chapters?|parts?|episodes?|seasons?|pages?|rooms?|versions?|v|levels?|sizes?|routes?|highway|bus|flight|gate|unit|apt|apartment|suite|table|row|seat|step|phase|grade|no\.?|number|issue|item|task|volume|vol\.?|book|act|scene|track|line|channel|lane|terminal|platform|exit|zone|district|lesson|ward|windows|iphone|ps|formula|catch|section|article|question|exercise|problem|unit)\s+$/u;
export const ownedBefore = new RegExp(`(?:^|[^\\p{L}])(?:${determiners}|[\\p{L}]+'s)\\s+$`, "u");
export const firmBefore = /(?:^|\s)(?:on|by|before|until|till|due|this|next|every|for|from|starting)\s+(?:the )?$/;

/** What people meet for: "a friday lunch with Ana" is a lunch on Friday. */
const event =
  "(?:meeting|call|lunch|dinner|brunch|breakfast|supper|drinks|coffee|appointment|appt|session|party|standup|stand-up|sync|review|class|lesson|game|date|dentist|doctor|interview|conference|workshop|rehearsal|practice|training|visit|shift|gym|yoga|haircut|check-?up|exam|quiz|demo|presentation|reminder|event|movie|concert|flight|pickup|delivery)s?";
export const eventNext = new RegExp(`^\\s+(?:[\\p{L}'-]+ )?${event}(?![\\p{L}])`, "u");
export const anyOwner = /(?:^|[^\p{L}])(?:an?|my|our|another)\s+$/u;

/** Verbs that are things as well: "sunday roast", "morning run"; a verb when something owned or definite follows. */
const nounToo =
  /^(?:roast|show|run|walk|swim|test|ride|drive|practi[cs]e|play|report|review|work|lunch|dance|mass|sale|sun|yoga|dress|post|rest|shop|drink|gift|present|plan|book|mail|clean|cook|light|record|talk|hike|jog|match|board|deal|push|sort|order|call|study|watch|book|bake|color|colour)$/;
const objectNext = /^\s+[\p{L}-]+\s+(?:the|my|our|a|an|his|her|their|for|with|to)\b/u;

export function beginsTask(right: string, word: string) {
  if (/^(?:i|we)$/.test(word)) return true;
  return actionVerbs.has(word) && (!nounToo.test(word) || objectNext.test(right));
}
