/** The words by which the built-in assistant tells requests apart: one table for one language, as pieces of patterns. */
import { actionVerbs } from "./verbs";

/** Pieces of a pattern, any of which may stand. */
const either = (...sources: string[]) => `(?:${sources.join("|")})`;

const greeting = either(
  "hey(?:a| up)?",
  "hiya",
  "hi+",
  "hello",
  "howdy",
  "oi",
  "yo",
  "good (?:morning|afternoon|evening)",
  "morning",
  "evening",
);
const name = either(
  "docket",
  "computer",
  "assistant",
  "there",
  "mate",
  "love",
  "dear",
  "buddy",
  "pal",
  "bot",
  "alexa",
  "siri",
  "speaker",
  "robot",
  "machine",
  "google",
  "olly",
  "cortana",
  "jarvis",
);
const filler = either(
  "ok(?:ay)?|k|so|well|al?right|all right|right|also|and|then|now|oh|ah|aha|plus|please|pls|plz|just|yeah|yes|yep|cool|great|perfect|lol|like",
  "thanks|thank you|thx|ty|cheers|btw|by the way|lastly|finally|firstly|first of all|(?:first|second|next)(?=,)|secondly|quick one|quick(?=,)|actually|anyway|basically|(?:listen|look|see)(?=,)",
  "wait|hang on|hold on|oops|whoops|sorry|ugh+|gosh|damn(?: it)?|shit|fuck|bugger|crap|god|oh (?:dear|no|god)|no(?=,? (?:wait|hang on|sorry))|let me see|let'?s see|hmm+|omg|ok so|a quick one|job for you|here'?s one|one for the list|you know what|one more(?: thing)?|another(?: one| thing)",
);

/** Greetings, names and fillers before a request. */
export const openers = new RegExp(
  `^(?:${either(`${greeting}(?: ${name})*`, name, filler)}(?:[,!.:…-]+\\s*|\\s+))+(?=\\S)`,
  "i",
);

const can = either("can|could|would|will|might|may");
const you = either("you|u|ya|we|i|someone");
const soft = either("please|kindly|just|also|maybe|perhaps|possibly|quickly|go ahead and|now|at least|then|be able to");
const wondering = either(
  "(?:i(?:'m| am| was|'ve been)? )?(?:just )?(?:wondering|curious)(?: (?:if|whether))?",
  "i wonder(?:ed)?(?: (?:if|whether))?",
  "do you (?:think|mind|reckon)(?: (?:if|that))?|would you mind(?: if)?|mind(?= \\w+ing\\b)",
  "(?:is there|there's)? ?any (?:chance|way|possibility)(?: (?:that|of))?|is there (?:a|some) way (?:to|that|for)",
  "(?:would|is|might) it (?:be )?(?:possible|ok(?:ay)?|alright|all right|too much trouble)(?: (?:for you )?to| if| for)?",
  "it(?:'d| would| might) be (?:really |so |very )?(?:great|nice|good|lovely|wonderful|helpful|super|brilliant|kind|a help) if",
  "i(?:'d| would) (?:be (?:really |so |very )?(?:grateful|glad|happy|obliged|pleased)|(?:really )?appreciate it|love it|like it) if",
  "(?:what|how) about(?= \\w+ing\\b)|why don'?t|how about",
);
const wanting = either(
  "i(?:'d| would) (?:really )?(?:like|love|want)(?: (?:for )?(?:you|u))?(?: to)?(?= (?:to )?\\w)(?! (?:to )?(?:know|a|an|the|some|my)\\b)(?: to)?",
  "(?:(?:i|we)(?:'m|'re| am| are|'ll| will)? )?(?:gonna |going to |will |also |really |still |just )*(?:need|have|got) to(?= (?:re-?schedule|postpone|rename|reopen|push back|put off|bring forward)\\b)|i(?:'m| am) going to need you to|i (?:need|want|'ll need|will need) (?:you|u) to|(?:are you|would you be) able to",
  "i (?:want|wanna|need|have|would like|'d like)(?: to)?(?= (?:add|create|make an?|delete|remove|mark|move|see|change|set|reschedule|rename|postpone|update|push|edit|check off|cross off|tick off|schedule|put)\\b)",
  "i (?:think|guess|suppose|reckon|believe) (?:that )?(?:you|we|i) (?:can|could|should|may|might as well)(?: (?:now|just|safely))?",
  "let'?s|lets|go ahead and|help (?:me )?to(?= \\w)|help me(?= \\w)|feel free to|(?:make sure|be sure)(?! (?:that )?(?:i|we)\\b)(?: (?:to|that|you))*",
  "do me a (?:favou?r|solid)(?: and|,| by)?|be a (?:dear|love|darling|star|pal|legend)(?: and|,)?|let me|allow me to|i(?:'d| would) (?:rather|prefer)(?: (?:to|if))?",
);

/** What makes an order a request. */
export const politeness = new RegExp(
  `^(?:(?:${either(
    `${wondering}(?: ${you})?(?: ${can})?(?: ${you})?(?: ${soft})*`,
    `${can} ${you}(?: ${soft}| ${can})*`,
    `you ${either("can|may|should|could|might(?: as well)?")}(?: ${soft})*`,
    wanting,
    "please(?: to| you)?|be(?= \\w+ing\\b)|kindly|pls|plz|to(?= (?:add|create|make|set|put|remove|delete|cancel|change|move|mark|remind|show)\\b)|i (?:wish|desire|'d want) to(?! (?:know|see))|(?:would|could|can|will) you be so (?:good|kind) (?:as )?to|(?:would|could|will) you be (?:so kind as|kind enough|able|willing) to|be (?:so (?:kind|good) as|kind enough|good enough) to",
  )})[\\s,]+)+`,
  "i",
);

/** What leads to a question: "do you know what", "I'd like to know if". */
export const knowing = new RegExp(
  `^${either(
    "i(?:'d| would)? (?:(?:also )?(?:just )?(?:really )?(?:love|like|want|need|be (?:interested|curious|keen)|wanna) )?(?:to )?know",
    "i(?:'d| would|'m| am) (?:be )?(?:just )?curious(?: to know)?|(?:do|would|might) you (?:happen to )?know|you (?:wouldn'?t|don'?t) happen to know|it (?:would|'d) (?:help|be (?:good|nice|great|useful|handy)) to know|any idea|i(?:'m| am) not sure|i (?:forg[eo]t|have forgotten|can'?t (?:remember|recall|think)|don'?t (?:remember|recall))",
    "(?:(?:can|could|would) you )?(?:please )?(?:tell me|let me know|say|check|see|find out|remind me(?! (?:when|how) (?:i|we|it)\\b)|look(?: to)?(?: and)? see|look up(?= (?:when|what time|what day)\\b)|look|double[- ]check)(?! when it'?s)(?: please)?(?: again)?(?:(?: to)?(?: and)? see)?",
  )}(?:,? ${either("if", "whether")} |(?= (?:what|when|where|which|who|how|is|are|do)\\b) ?|(?= the \\w+ of\\b) ?)`,
  "i",
);

export const closers =
  /(?:[,\s]+(?:please|pls|plz|thanks(?: a (?:lot|bunch|million)| so much| in advance)?|thank you(?: so much| very much| kindly)?|thx|ty|cheers|ta|for me|noted|got it|understood|if (?:you (?:can|could|don'?t mind|would|wouldn'?t mind|please|get a chance)|possible|that'?s (?:ok(?:ay)?|alright|possible))|would y(?:ou|a)|will y(?:ou|a)|can you|could you|won'?t you|ok(?:ay)?|alright|right away|when you (?:can|get a (?:chance|minute|moment|sec(?:ond)?))|mate|love|dear|docket|lol|haha|will ya|yeah|is that ok(?:ay)?|right now|straight away|immediately|thanks again|xx*|pretty please))+[\s.!?]*$/i;

/** Verbs of requests to this assistant, which may be asked for as "…ing". */
export const ownVerbs = new Set(
  `add create make delete remove move mark rename change set show list reschedule remind tell put push complete check tick cross postpone delay
  shift bump cancel clear drop schedule update edit tag label undo restore bring take give read find search open start book plan erase wipe
  note jot pop stick record pencil write enter include plan insert append log track reverse empty finish get clean swap switch pull extend prioritise prioritize`.split(
    /\s+/,
  ),
);

/** Words that begin a command to this assistant, as against something to do. */
export const commandVerb =
  "(?:add|create|make|put|delete|remove|erase|trash|discard|scrap|drop|cancel|clear|get rid of|mark|complete|check|tick|cross|reopen|uncheck|untick|unmark|move|reschedule|push|postpone|delay|defer|shift|bump|change|rename|set|update|edit|tag|label|untag|prioriti[sz]e|deprioriti[sz]e|snooze|restore|bring|undelete|recover|undo|revert|show|list|display|remind|schedule|tell|find|search|don'?t forget|remember to|note|i (?:need|have|must|should|also need) to|what|which|how many|when)";

/** Something counted as a task. */
export const taskNoun =
  "(?:tasks?|to[- ]?dos?|items?|reminders?|entr(?:y|ies)|things?|chores?|jobs?|assignments?|errands?|appointments?|ones?)";

const irregular: Record<string, string> = {
  bought: "buy",
  called: "call",
  paid: "pay",
  sent: "send",
  did: "do",
  done: "do",
  wrote: "write",
  written: "write",
  made: "make",
  took: "take",
  taken: "take",
  got: "get",
  gotten: "get",
  gave: "give",
  given: "give",
  went: "go",
  ran: "run",
  read: "read",
  met: "meet",
  told: "tell",
  found: "find",
  brought: "bring",
  built: "build",
  caught: "catch",
  chose: "choose",
  drew: "draw",
  drove: "drive",
  ate: "eat",
  fed: "feed",
  fixed: "fix",
  flew: "fly",
  hung: "hang",
  held: "hold",
  kept: "keep",
  laid: "lay",
  left: "leave",
  lent: "lend",
  lit: "light",
  lost: "lose",
  put: "put",
  rang: "ring",
  said: "say",
  saw: "see",
  sold: "sell",
  set: "set",
  sewed: "sew",
  shut: "shut",
  sang: "sing",
  slept: "sleep",
  spoke: "speak",
  spent: "spend",
  swept: "sweep",
  swam: "swim",
  taught: "teach",
  thought: "think",
  threw: "throw",
  thrown: "throw",
  woke: "wake",
  wore: "wear",
  won: "win",
  began: "begin",
  broke: "break",
  came: "come",
  cut: "cut",
  dug: "dig",
  drank: "drink",
  fell: "fall",
  forgot: "forget",
  froze: "freeze",
  grew: "grow",
  heard: "hear",
  hid: "hide",
  let: "let",
  rode: "ride",
  shook: "shake",
  submitted: "submit",
  planned: "plan",
  mopped: "mop",
  booked: "book",
  cleaned: "clean",
  washed: "wash",
  handed: "hand",
  filed: "file",
};

/** "called" → "call"; null when the word isn't the past of something one does. */
export function presentOf(word: string): string | null {
  const lower = word.toLowerCase();
  const known = irregular[lower];
  if (known) return known;
  if (!/^[a-z-]{3,}ed$/.test(lower)) return null;
  const stem = lower.slice(0, -2);
  const bases = [stem, `${stem}e`, stem.replace(/(.)\1$/, "$1"), stem.replace(/i$/, "y")];
  return bases.find((base) => actionVerbs.has(base)) ?? null;
}

/** Verbs that are as often names of things: before "and" they begin a new command only with an object of their own. */
export const nounToo = new Set(
  "address balance book brush cash change check comb compost copy cover cut dance design dip dress drill drink drop dust face fax file film flip fly form frame fund glue grease grill hand help hire hook hunt ice interview iron knit label lift light list load lock log look mail map market mass measure milk mix move nail note oil order pack paint park party pass patch peel phone photo pick pickle pin ping plan plant play plumb polish post practice practise present price print process pump query rake rent report request rest ride ring roast run sale sand save scan schedule scrub seal search service set shampoo share shave shop show shower sign sketch skype slack sleep sort sponge spray stain stamp start stop store study sun sweep sweets swim switch tape taste taxi tea test tie toast top touch tour trace track trade train transfer travel turn type update use vote walk watch water wax whatsapp wipe work worm wrap yoga zip".split(
    " ",
  ),
);
