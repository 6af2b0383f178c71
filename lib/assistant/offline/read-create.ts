import { before, destination, holder, listPhrase, naming, occasion } from "@/lib/words/english/containers";
import { readTask, type TaskWords } from "@/lib/words/read-task";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import { scheduledTitle } from "./scheduled";
import { isReason, tidyTitle, withoutDangling } from "./title";

const makes =
  "(?:add|create|make|put(?: in| down)?|set(?: ?up)?|insert|start|enter|log|open(?= (?:up )?an? )|new|include|write(?: down)?|record|register|i need|i want|i'd like|i would like|schedule|jot(?: down)?|note(?: down)?|get|append|book|arrange|place|post|save|pencil in|plan|block(?: off| out)?|need|send|input|generate|organi[sz]e|sort(?: out)?|fix|chuck|pop|stick|bung|throw|whack|drop|leave|open up|start up)";
const places =
  "(?:add|put|stick|throw|pop|chuck|write|jot|include|note|get|place|slap|enter|toss|drop|append|insert|save|log|record|schedule|pencil|set|want|need|list|register|store|bung|shove|whack|input)";

/**
 * A request for a new task, as frames around its title. They are read over the words that are left when the date, the priority and
 * the tags have been taken out, so that those may stand anywhere: "make an event | at 3 | for my book club".
 */
const frames: RegExp[] = [
  // put 'bins out' down: quotes say what the title is
  new RegExp(
    `^(?:add|put|stick|get|create|new|set|write|jot|note|remind me|pop|log|include|schedule)(?: (?:an?|the|me|new|another|to|for|up|${holder}|${occasion}|called|named|titled|of|that says))*:? (?<quote>["'])(?<title>.{2,}?)\\k<quote>(?: down| in| up)?(?:${destination})?(?: with (?:a )?.*)?[\\s.!]*$`,
    "isu",
  ),
  // on my list: X; to my list add X
  new RegExp(
    `^(?:to|on|onto|in|into|for) ${listPhrase}(?:,|:)? (?:(?:please|also|add|put|include|write|insert) )*(?<title>.+)$`,
    "isu",
  ),
  // put on my list X; add to my list that I need to X
  new RegExp(`^${places}(?: down| in)? (?:to|on|onto|in|into) ${listPhrase}(?:[,:]| that)? (?<title>.+)$`, "isu"),
  // put me down for X; mark my calendar for X
  /^(?:put (?:me|us) down for|mark (?:my|the|your) (?:calendar|diary) for|save the date for|note(?: down)? that) (?<title>.+)$/isu,
  // add X to my list
  new RegExp(`^${places}(?! rid\\b)(?: down| in)?:? (?<title>.+?)${destination}(?=$|[\\s,.!])(?<after>.*)$`, "isu"),
  // add a task called X; add a task X
  new RegExp(
    `^${makes} ${before}(?<noun>${holder})(?: in)?(?: for me)?(?:${destination})?(?<join>\\s*${naming}\\s*|(?: for me)? (?:to|for(?: me)?(?: to)?|about|of|that|on|regarding|as|so (?:i|that)) |\\s*[:–-]\\s*|,? )(?<title>.+)$`,
    "isu",
  ),
  // make an appointment called X; an appointment to see X
  new RegExp(
    `^${makes} ${before}(?<noun>${occasion})(?:${destination})?(?: for me)?(?:\\s*${naming}\\s*| (?:for me )?to )(?<title>.+)$`,
    "isu",
  ),
  // calendar, new entry: X; shopping list plus X
  /^(?:my )?(?:(?:shopping|grocery|to[- ]?do|packing|camping) list|calendar|agenda|diary|to[- ]?dos?|list)[:,]? (?:(?:new )?(?:entry|event|item|appointment)|plus|add|new|needs|wants|should include|also needs|could use|put)[:,]? (?<title>.+)$/isu,
  // make sure I ring the optician
  /^make sure (?:that )?(?:i|we) (?:(?:don'?t|do not) forget (?:to )?|remember (?:to )?)?(?<title>.+)$/isu,
  // put the dentist in
  /^(?:put|pop|stick|pencil|book|slot|write|jot|note|chuck|bung) (?<title>.+?) (?:in|down)$/isu,
  // put milk on too
  /^(?:put|add|pop|stick) (?<title>.+?) on(?: there)?(?: (?:too|as well|also))*$/isu,
  // I want reminding about X; let me know when it's time to X
  /^(?:i (?:want|need|wish|would like|'d like|wanna) )?(?:reminding|to be reminded|be reminded) (?<title>(?:to|about|of|that|for) .+)$/isu,
  /^(?:let me know|tell me|give me an? (?:reminder|nudge|shout|poke|heads[- ]up|prod|buzz|ping|ring|call)(?= to )|give me an? (?:reminder|nudge|shout|poke|heads[- ]up|prod|buzz|ping)(?=.* (?:before|about|when|for|on) )|shout|nudge|poke|buzz|prod)(?: me)?(?: when it'?s time| when i (?:have|need))? (?<title>(?:to|before|about|when|for|on|an hour) .+)$/isu,
  /^remember (?:for me )?(?<title>(?:that|to|about) .+)$/isu,
  // remind me to X
  /^(?:remind|reming|remid|prompt|nudge|ping|notify|alert) (?:me|us)(?: again| later| please)*\b(?! (?:what|which|when(?! (?:i|we|it|they|he|she|you|the|my)\b)|how|who|where|of what)\b),?(?<title>.+)$/isu,
  /^remind(?: of| about)? (?<title>(?:the|my|about|of|to) .+)$/isu,
  /^(?:an? )?(?:reminder|alert|notification|nudge|prod|poke|heads[- ]up)s?\b(?: for me)?(?<title>.+)$/isu,
  /^(?:don'?t|do not|never)(?: you)? (?:let (?:me|us) )?forget\b(?<title>.+)$/isu,
  /^(?:make|be) sure (?:that )?(?:i|we) (?:(?:don'?t|do not) forget|remember)\b(?<title>.+)$/isu,
  /^(?:i |we )?(?:must |should |mustn't forget to |need to |have to |can'?t forget to )?(?:remember|not forget|mustn'?t forget|can'?t forget)\b(?<title> (?:to|about|that)\b.+)$/isu,
  /^(?:add|create|new|jot down|note down|write down|make a (?:mental )?note(?: to| that| of)?|note to self:?|pencil in|include|insert|append|put down|put in)\b[:,]? *(?:that )?(?<title>.+)$/isu,
  /^tell (?:me|us) (?=to )(?<title>.+)$/isu,
  /^(?:(?:to-?do|task|reminder|todo item|new|note|memo|remember)s?|(?:new )?(?:list |to-?do )?(?:entry|item))\s*[:–-]\s*(?<title>.+)$/isu,
  // milk, shopping list
  /^(?!(?:delete|remove|erase|clear|wipe|empty|show|mark|tick|cross|scratch|move|rename|how|what)\b)(?<title>[^,]{2,60}?)(?:, ?|,? (?:for|on|to) )(?:the |my )?(?:shopping|grocery|to[- ]?do|packing) list$/isu,
  /^\[ ?\]\s*(?<title>.+)$/su,
];

const adverb = "(?:(?:also|really|still|just|then|definitely|probably|now|desperately|urgently|quickly|finally) )*";

/** Somebody says what is on their mind, not what to write: it is something to do all the same. */
const thoughts: RegExp[] = [
  new RegExp(
    `^(?:(?:i|we)(?:'ve| have|'m|'re| am| are|'ll| will)? ${adverb})?(?:need|have|got|ought|want|plan|planning|going|would like|supposed|will need|have got|meant|hoping|intend|trying) ${adverb}to (?!see\\b|know\\b)${adverb}(?<title>.+)$`,
    "isu",
  ),
  new RegExp(
    `^(?:(?:i|we)(?:'ve|'d| have| had)? ${adverb})?(?:must|should|gotta|wanna|had better|better|'d better|oughta|might)(?: (?:really|probably|also|definitely|as well|suppose))* (?<title>.+)$`,
    "isu",
  ),
  /^(?:it(?:'s| is| might be| would be) )?(?:(?:about|high) )?(?:time|smart|wise|best|a good idea|good|important|worth)(?: for (?:me|us))? to (?:get (?:around|round) to )?(?<title>.+)$/isu,
  // we're out of X; need X
  new RegExp(
    `^(?:(?:i|we)(?:'m|'re| am| are|'ve| have)? ${adverb})?(?:(?:all|nearly|almost|completely|totally|fresh) )?(?:(?:run(?:ning)?|ran) )?(?:out of|low on|short (?:of|on))(?! (?:here|time|the (?:house|door)|luck|patience|office)) (?<title>.+)$`,
    "isu",
  ),
  new RegExp(
    `^(?:(?:i|we) ${adverb})?need ${adverb}(?!you\\b|help\\b|advice\\b|to\\b|more (?:info|help)\\b|some (?:help|advice|ideas)\\b)(?<title>.+)$`,
    "isu",
  ),
];

/** "on the morning of the 22nd we have to let the caterers in" */
const needed =
  /^.{0,80}?\b(?:i|we)(?:'ve| have)? (?:must|need to|have to|got to|gotta|ought to|should)(?: (?:really|also|still))? (?<title>.+)$/isu;

/** I have a meeting on friday: something to do only because it has a date. */
const occasions = [
  /^(?:(?:i|we)(?:'ve| have)? (?:also |just )?(?:have|got|booked|arranged|scheduled|agreed to|promised(?: \p{L}+)?(?: (?:i|we)(?:'d| would))?)|(?:i|we)'ve (?:got|booked|arranged|scheduled)|there(?:'s| is| will be)|it(?:'s| is)|(?:i|we)(?:'m| am|'re| are) (?:meeting|seeing|having|going to|flying to|visiting|taking)) (?<title>.+)$/isu,
  /^(?!(?:that|this|it|he|she|they|you|we|i|there|what|who|everyone|nobody)\b)(?<title>(?:my |the )?[\p{L}\p{N}' -]{2,40}? (?:has|have|is having|are having|is coming|are coming|arrives?|is (?:due|in|at)|starts?|begins?) .+)$/isu,
];

const pronoun = "(?:it|that|this|them|me)";
const written = `(?:mark ${pronoun} (?:in|on|down|into)(?: (?:my|the|our) [\\p{L} -]+)?|(?:put|pop|stick|pencil|write|book) (?:in|down)|(?:nag|nudge|ping|prod|poke|alert|warn|notify) (?:me|us)(?: (?:about|of) ${pronoun})?|(?:stick|pop|put|set|add|chuck|bung|make) (?:me )?an? (?:reminder|note)(?: (?:in|on|down))?(?: (?:for|about) ${pronoun})?|don'?t let (?:it|that|me) (?:slip|forget)(?: (?:my mind|it|that))?|remind (?:me|us)(?: (?:about|of) ${pronoun})?|(?:pop|put|stick|add|get|chuck|bung|whack|block|note|write|jot|log|save|schedule|book|set|include|stuff) (?:${pronoun}|some|one)(?: (?:in|on|onto|to|into|down|out|off|up))*(?: there)?(?: (?:my|the|our) [\\p{L} -]+)?|make (?:a|me a) (?:note|reminder)(?: (?:of|for|about) ${pronoun})?|set (?:me )?a reminder(?: for ${pronoun})?|don'?t let me forget(?: ${pronoun})?|${pronoun} (?:can |could |should |needs to )?(?:go|be(?: added| put)?) (?:on|in|onto|to) (?:my|the|our) [\\p{L} -]+)`;
/** The end of a message that tells of something and then asks to be reminded of it. */
const afterthought = new RegExp(
  `[\\s,.;–-]+(?:and |so |then )?(?:(?:can|could|would|will|should)(?: (?:you|u))? )?(?:please |pls |kindly |just )*${written}(?: (?:for me|please|pls|thanks|will you|would you|ok))*[\\s.?!]*$`,
  "iu",
);

/** "we're out of milk" → "milk" */
const missing = (told: string) =>
  [...thoughts, needed].map((thought) => thought.exec(told)?.groups?.title).find(Boolean);

/** What was told, and then asked to be kept: "the christening is on sunday, put it in the diary". */
export function readTold(text: string, today: Today): Command | null {
  const words = readTask(text, today);
  const placed = new RegExp(
    `^(?<title>.+?) (?:goes|should go|to go|belongs|has to go)${destination}[.!]*$`,
    "isu",
  ).exec(words.title)?.groups?.title;
  if (placed) return created(words, () => placed);
  const wished =
    /^(?:can|could|should|may) (?<title>.+?) (?:go|be (?:put|added)) (?:on|in|onto|to) (?:the|my|our) [\p{L} -]+\??$/isu.exec(
      text,
    )?.groups?.title;
  if (wished && !/^(?:i|we|you|it|that|this)\b/i.test(wished))
    return created(readTask(wished, today), (title) => title);

  const told = words.title.replace(afterthought, "");
  const begins = /^(?:add|put|create|remind|move|delete|mark|cancel|find|check|take|make|set)\b/i.test(told);
  return told !== words.title && !begins && /\p{L}{3}/u.test(told)
    ? created(words, () => missing(told) ?? statement(told))
    : null;
}

/** "to tomorrow's list" names a day as well as a list. */
const dayList =
  /\b(?:to|on|onto|in|for) (?<day>today|tomorrow|tonight|\p{L}+day)'?s (?:to[- ]?do |task |shopping )?(?:list|calendar|agenda|schedule)\b/iu;

/** An explicit request for a new task; null when the text isn't one. */
export function readCreate(text: string, today: Today): Command | null {
  const words = readTask(text.replace(dayList, "for $<day> to my list"), today);
  const scheduled = scheduledTitle(words);
  return scheduled ? created(words, () => scheduled) : framed(words, words.title, today);
}

const request =
  /\b(?:add (?:an? |the |this |new |another |some )?\p{L}|remind (?:me|us)\b|(?:set|create|make|add) (?:me |up )?(?:an? )?(?:new )?(?:reminder|task|to-?do|event|appointment|note)\b|an? (?:nudge|reminder|prod|poke|heads[- ]up)\b.*\b(?:to|about)\b|put .+ (?:on|in|to) (?:my|the|our) (?:[\p{L}-]+ ){0,2}(?:list|calendar|diary|agenda)|don'?t let me forget|note down|jot down|schedule an?)/iu;

/** A request for a new task somewhere in a long sentence. */
export function readBuried(text: string, today: Today): Command | null {
  const index = text.search(request);
  return index > 0 ? readCreate(text.slice(index), today) : null;
}

function framed(words: TaskWords, said: string, today: Today): Command | null {
  for (const frame of frames) {
    const groups = frame.exec(said)?.groups;
    if (!groups?.title) continue;
    const after = groups.after && !isReason(groups.after) ? groups.after : "";
    return created(withExtra(words, groups.extra ?? "", today), () => held(groups) + after);
  }
  return null;
}

const regretted =
  /^(?:really |just |never |probably )*have (?:been|done|gone|had|got|\p{L}{2,}(?:ed|en|wn|ld|pt|nt|ught))\b/iu;

/** Something that is on a person's mind, or in their calendar, which they don't ask to be written down. */
export function readThought(text: string, today: Today): Command | null {
  const words = readTask(text.replace(/\b(?<who>i|we)'ve to\b/i, "$<who> have to"), today);
  for (const thought of [...thoughts, needed]) {
    const title = thought.exec(words.title)?.groups?.title;
    // "I need to add milk to my list" is a request.
    // "I should have called her": too late to be a task.
    if (title && regretted.test(title)) return null;
    if (title) return framed(words, title, today) ?? created(words, () => title);
  }
  if (!words.due && !words.recurrence) return null;
  for (const occasion of occasions) {
    const title = occasion.exec(words.title)?.groups?.title;
    if (title) return created(words, () => title.replace(/^(?:an?|some) /i, ""));
  }
  return null;
}

/** "add a task": what it is has to be asked. */
const untitled = new RegExp(
  `^(?:add|create|make|new|set up|start|i (?:need|want)) ${before}(?:${holder}|${occasion}|one)(?: for me)?(?:${destination})?[\\s.!?]*$`,
  "iu",
);
export const isUntitled = (text: string) =>
  /^remind (?:me|us)[\s.!?]*$/i.test(text) || (untitled.test(text) && !/\blists?$/i.test(text));

/** What is left when the tags and dates of a change were taken out is no title. */
const commandOnly =
  /^(?:him|her|us|me|you|there|this|add|remove|set|put|create|make|delete|undo|move|mark|change|again|try again|it|that|them)$/i;

function created(words: TaskWords, titled: (title: string) => string): Command | null {
  const title = withoutDangling(tidyTitle(titled(words.title)), words);
  return title && !commandOnly.test(title) ? { do: "create", task: { ...words, title } } : null;
}

/** "an event with Bob" is the event; "an event for the book club" is the book club. */
function held({ title = "", noun = "", join = "" }: Record<string, string | undefined>) {
  const isBare = join.trim() === "" || join.trim() === ",";
  return noun && isBare && /^(?:with|at|in|on|by|from|between|before|after)\b/i.test(title)
    ? `${noun} ${title}`
    : title;
}

/** "a high priority task to call mum" says the priority before the title, "a daily task" the repetition. */
function withExtra(words: TaskWords, extra: string, today: Today): TaskWords {
  const level = /\b(?:high|low|medium|urgent|important|top)\b/i.exec(extra)?.[0];
  const repeat = /\b(?:daily|weekly|monthly|yearly)\b/i.exec(extra)?.[0];
  const said = readTask(
    [repeat, level && (/urgent|important/i.test(level) ? "high priority" : `${level} priority`)]
      .filter(Boolean)
      .join(" "),
    today,
  );
  return {
    ...words,
    priority: words.priority === "none" ? said.priority : words.priority,
    due: words.due ?? said.due,
    recurrence: words.recurrence ?? said.recurrence,
  };
}

const statement = (title: string) =>
  title.replace(
    /^(?:(?:i|we)(?:'ve| have|'m| am|'re| are)? (?:(?:also|just|really) )?(?:have|need|got|going|promised(?: \p{L}+)?(?: (?:i|we)(?:'d| would))?)(?: to)?|there(?:'s| is)|it(?:'s| is)) /iu,
    "",
  );
