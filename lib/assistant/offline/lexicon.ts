/** The words by which the built-in assistant tells requests apart: one table for one language, as pieces of patterns. */
import { actionVerbs } from "@/lib/words/verbs";

/** Politeness and filler before a request. */
export const openers =
  /^(?:(?:hey|hi|hello|yo|ok(?:ay)?|k|so|well|alright|all right|right|also|and|then|now|oh|um+|uh+|hm+|plus|please|pls|plz|just|yeah|cool|great|perfect|thanks|thank you|thx|ty|docket|assistant|btw|by the way|lastly|finally|first(?:ly)?|second(?:ly)?|next|quick(?: one)?|actually)(?:[,!.:…-]+\s*|\s+))+(?=\S)/i;

export const politeness =
  /^(?:(?:(?:can|could|would|will) (?:you|u|ya|we)(?: please| kindly| just| also| maybe)*|would you mind|do you mind|i(?:'d| would) (?:really )?(?:like|love) (?:(?:for )?you )?to|i(?:'m| am) going to need you to|i (?:want|need|would like) you to|i(?:'d| would) like you to|i (?:want|wanna) (?:to )?(?=(?:add|create|make a|delete|remove|mark|move|see|change|set|know|reschedule|rename|check)\b)|let'?s|please|kindly|pls|plz|go ahead and|help me(?: to)?(?= \w)|you (?:can|may|should|could)(?: now)?|feel free to|make sure (?:to |you |that you )|be sure to|can i(?: please)?|could i|may i|let me|would it be possible to|is it possible to|are you able to|i need to(?= (?:add|create|delete|remove|mark|move|reschedule|rename|change|update|push|postpone|see|edit)\b))\s+)+/i;

export const closers =
  /(?:[,\s]+(?:please|pls|plz|thanks(?: a lot| so much)?|thank you(?: so much)?|thx|ty|cheers|for me|if (?:you (?:can|could|don'?t mind|would)|possible)|would you|will you|can you|could you|ok(?:ay)?|alright|right away|when you can|when you get a chance))+[\s.!?]*$/i;

const gerunds: Record<string, string> = {
  adding: "add",
  creating: "create",
  making: "make",
  deleting: "delete",
  removing: "remove",
  moving: "move",
  marking: "mark",
  renaming: "rename",
  changing: "change",
  setting: "set",
  showing: "show",
  listing: "list",
  rescheduling: "reschedule",
  reminding: "remind",
  telling: "tell",
  putting: "put",
  pushing: "push",
  completing: "complete",
  checking: "check",
};

/** "would you mind adding…" */
export const plainVerb = (text: string) => text.replace(/^[a-z]+ing\b/i, (word) => gerunds[word.toLowerCase()] ?? word);

/** Words that begin a command to this assistant, as against something to do. */
export const commandVerb =
  "(?:add|create|make|put|delete|remove|erase|trash|discard|scrap|drop|cancel|clear|get rid of|mark|complete|check|tick|cross|reopen|uncheck|untick|unmark|move|reschedule|push|postpone|delay|defer|shift|bump|change|rename|set|update|edit|tag|label|untag|prioriti[sz]e|deprioriti[sz]e|snooze|restore|bring|undelete|recover|undo|revert|show|list|display|remind|schedule|tell|find|search|don'?t forget|remember to|note|i (?:need|have|must|should|also need) to|what|which|how many|when)";

/** Something counted as a task. */
export const taskNoun =
  "(?:tasks?|to[- ]?dos?|items?|reminders?|entr(?:y|ies)|things?|chores?|jobs?|assignments?|errands?|appointments?|ones?)";
export const listNoun =
  "(?:(?:my|the|our|your|this) )?(?:(?:to[- ]?do|task|tasks|things[- ]to[- ]do|shopping|grocery|groceries|work|home|main|current|daily|day'?s|personal|chore|packing)[- ]?)*(?:lists?|to[- ]?dos?|tasks|task list|agenda|docket|schedule|plate|planner|calendar)";

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

/** Things another assistant might do and this one can't. Checked only where no task is spoken of. */
export const otherTopics: RegExp[] = [
  /\b(?:weather|forecast|temperature outside|rain(?:ing|y)?|snow(?:ing)?|sunny|humid(?:ity)?|umbrella)\b/i,
  /^(?:play|pause|resume|skip|shuffle|stream|turn (?:up|down)|volume|mute|unmute|rewind|next song|stop the)\b(?=.*\b(?:music|songs?|tracks?|albums?|playlists?|radio|podcasts?|jazz|rock|audio ?books?|spotify|by|volume|some|video|movie|film|episode|station|sound)\b)/i,
  /^(?:turn|switch|dim|brighten|lower|raise|open|close|lock|unlock|start|stop|set) (?:on|off|up|down|the|all|my)? ?.*\b(?:lights?|lamps?|thermostat|heating|heat|ac|air con\w*|tv|television|speakers?|blinds?|garage door|doors?|vacuum|roomba|plug|socket|fan|coffee ?maker|brightness|volume)\b/i,
  /\b(?:set|start|cancel|stop|create|put)\b.*\b(?:alarms?|timers?|stopwatch)\b|^(?:alarm|timer|wake me(?: up)?)\b/i,
  /\b(?:translate|in (?:french|spanish|german|italian|japanese|chinese|portuguese|russian|korean|latin))\b/i,
  /\b(?:what'?s|what is|how much is|calculate|compute)\b.*\d+ ?(?:[+*/x×÷^-]|plus|minus|times|divided by|percent of|% of) ?\d+|\bsquare root\b|^\d[\d\s().]*[+*/×÷-][\d\s().+*/×÷=?-]*$/i,
  /\b(?:stocks?|share price|exchange rate|bitcoin|crypto|currency|dow jones|nasdaq)\b/i,
  /\b(?:news|headlines?|score of|who won|football|baseball|basketball|premier league|nba|nfl|world cup)\b/i,
  /\b(?:capital of|population of|president of|prime minister|how (?:tall|old|far|big|deep|high|long) (?:is|are|was|does)|distance (?:to|from|between)|who (?:invented|wrote|discovered|founded|is the)|when was|what year|meaning of|definition of|synonym|define|how do you (?:spell|say|pronounce)|spell)\b/i,
  /\b(?:traffic|directions? to|navigate|route to|nearest|nearby|restaurants? (?:near|in|around)|uber|taxi for me|train times?)\b/i,
  /^(?:order|get|book) (?:me|us) (?:a|an|some)\b/i,
  /^(?:write|compose|draft|generate|give me) (?:me |us )?(?:a|an|some) (?:poem|story|song|haiku|essay about|joke about|code|python|javascript|function|program|script|recipe|cover letter)\b/i,
  /^(?:google|search the (?:web|internet)|look up|browse|open (?:the |my )?(?:browser|app|camera|settings|youtube|spotify|netflix|website))\b/i,
  /^(?:take a (?:photo|picture|selfie|screenshot)|tweet|retweet|post (?:a tweet|on|to) (?:twitter|facebook|instagram)|like this)\b/i,
  /\b(?:how (?:do|can|to) (?:i|you|we)?\s*(?:make|cook|bake|boil|fix|build|grow|get to|change|tie|remove))\b/i,
  /\b(?:my (?:account balance|bank balance|credit score|horoscope)|horoscope|lottery)\b/i,
];
