import { listPhrase } from "@/lib/words/english/containers";
import { presentOf, taskNoun } from "@/lib/words/english/requests";
import type { Today } from "@/lib/words/today";
import type { Command, Filter } from "./command";
import { isForeign, isWorldly } from "./other-topics";
import { daysIn, doneIn, filterIn } from "./read-filter";
import { titleWords } from "./read-target";

const question =
  /^(?!when (?:it'?s|i|we)\b.*\b(?:remind|nudge|tell) (?:me|us)\b)(?:what|what's|whats|what're|wat|which|when|when's|whens|where|where's|who|who's|whose|why|how|how's|hows|is|isn't|isnt|are|aren't|am|was|were|do (?:i|we|you|they|u|any|my|these|those|people)|does|did (?:i|we|you|he|she|it(?![\s.!]*$)|they|the|my|our|anyone|any|that)|didn't (?:i|we)|(?:at|on|in|by|for|with|to|from) (?:what|which|whom|who|how many)|could i (?:squeeze|fit)|have (?:i|we|you)|has|should (?:i|we)|shall (?:i|we)|must i|can|could|would|may|might|any|anything|got any|got anything|will (?:i|we|it|there)|if (?:i|there|my|we)|whether|and (?:today|tomorrow|this week|next week|what)|in which|on which)\b|\?\s*$/i;
export const isQuestion = (text: string) => question.test(text);

/** Verbs that ask to be shown something. */
const shows =
  /^(?:show(?: to)?|list|display|print|view|see|read(?: out| off| me| over| back| through)?|give (?:me|my|the|us)|sort(?= (?:my|the) (?:list|tasks))|tell me|get me|pull up|bring up|open(?: up)?|go (?:through|over)|run (?:through|down)|recap|summari[sz]e|review|let me (?:see|know|hear)|find(?: out)?|search(?: for)?|look(?: (?:up|for|at|through|in|into|to see|and see))?|check(?: (?:on|for|to see|and see))?|filter|remind me (?:what|which|of what|of (?:my|the|all) (?!to))|i (?:want|need|have|would like|'d like|wish|wanna|gotta|must|should)(?: to)? (?:see|know|check|hear|view|look at|review|read|find out)|output|fetch|provide|tell|recite|announce|describe|name|state|report|count|update me on|brief me on|catch me up on|walk me through|retrieve|access|present|outline|say|hear|let me hear|details?|more details|info|information)\b(?: (?:me|us))?(?: (?:all|out|about|with))?/i;

const calendar =
  "(?:calendar|schedule[ds]?|agenda|diary|planner|appointments?|meetings?|events?|engagements?|reminders?|bookings?|commitments?|shifts?)";
/** Words that show that a question is about the person's own list. */
const own = new RegExp(
  `\\b(?:${taskNoun}|${calendar}|to[- ]?do|lists?|due|overdue|docket|(?:any|my|our|the) plans?(?! (?:to|of|for the (?!day|week|month|evening)))|plans? for (?:today|tomorrow|this|the|next)|todays plan|planned|deadlines?|plate|remaining|pending|outstanding|overview|backlog|workload|behind|missed|bin|trash|inbox|tagged|labell?ed|the tag|priorit(?:y|ies)|urgent|productive|notes?|groceries|run ?down|booked|on the cards|written down)\\b`,
  "i",
);
const day =
  "(?:today|tonight|tomorrow|tmrw|tmr|(?:this|next|the) (?:week(?:end)?|month|morning|afternoon|evening)|(?:on |for )?(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|the \\d+(?:st|nd|rd|th)?)";
const mine = new RegExp(
  [
    "\\b(?:do (?:i|we) (?:still )?(?:have|need|got|want|owe)|have (?:i|we) (?:got|done|finished|completed|already|put|added|forgotten|missed|remembered)|did (?:i|we)|am i (?:supposed|late|behind|free|busy|doing|meeting|seeing|forgetting|due|available|on|booked|missing|working|meant)|are we (?:doing|meeting|seeing|supposed|free|busy)|should (?:i|we) (?:do|be doing|work|start|focus|tackle|know)|(?:i|we) (?:have|need|got|gotta|ought|want(?:ed)?|forgot|forget|was going|were going|meant|planned|promised) to|i've got to|must i|i supposed|what (?:i|we)\\b|what have (?:i|we)|(?:i|we) (?:finished|completed|did|done|wrote|put|added|said|saved|bought)|i'm (?:doing|supposed|late|behind|forgetting))\\b",
    "\\b(?:anything|something|nothing|owt|nowt|much|stuff) (?:without|urgent|pressing|important|high|new|late|for|on|about|to do|else|with|left|i|urgent|due|happening|planned|going on|coming)\\b",
    "\\bmy (?:day|days|week|weekend|morning|evening|afternoon|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|first|last|upcoming|coming|plate)\\b",
    `\\b(?:on for|what'?s (?:on|up|happening|going on) (?:for )?)(?= ?${day})|\\bwhat'?s on\\b(?! (?:tv|netflix|the (?:telly|radio|news)))|\\bwhat'?s next\\b|\\bwhats next\\b|\\bwhat next\\b|\\bcoming up\\b|\\bgot (?:any|anything|much) |\\bwhat is there\\b|\\bwhat(?:'?s| is| are) (?:left|still (?:missing|left|open|needed|to do)|missing|there|in there|on there)\\b|\\bwhat (?:else|all) (?:is|was|do|did)\\b`,
    `^(?:what|how) about ${day}|^and (?:${day}|what)\\b|^(?:is|are|will|does|do)\\b.*\\b(?:${day})\\b.*\\b(?:look|looking|busy|free|full|open|like|packed|clear)\\b|\\b${day} (?:look|looking|busy|free|packed)|\\bhow(?:'s| is| does| are)? (?:my |the )?${day}\\b.*`,
    "\\bthe day (?:hold|look|bring|have)|\\bmy (?:\\w+ ){0,2}(?:appointment|meeting|event|booking|reminder|lesson|interview)s?\\b|\\b(?:on|in) the (?:shopping|groceries)\\b|\\b(?:in|on) there\\b|\\bleft to (?:do|get|buy)\\b|\\bto get done\\b|\\bto be done\\b|\\b(?:pick up|get|buy) (?:in town|at the (?:shop|store|supermarket))\\b|\\bhow many (?:things|are left|have i|do i|more|left)\\b",
  ].join("|"),
  "i",
);

/** The date or time of something: "when is the dentist". */
const whenAsked =
  /^(?:(?:so|and|wait|ok|sorry)[\s,]+)*(?:when(?:'s| is| are| was| were| do i| do we| am i| are we| should i| did i| does| will| did| have i| must i)|what (?:time|day|date)(?:'s| is| are| do i| am i| was| does| do we| will| on \w+day is)|(?:on|at) (?:what|which) (?:time|day|date)(?:'s| is| are| do i| am i| was| does| do we| will)|how (?:long|many days|much time|soon) (?:until|till|do i have|before|is it (?:until|till)|is)|is (?:the|my) .+ (?:done|finished|completed|sorted|due|today|tomorrow|on \w+day|this \w+|next \w+)\b)/i;
const heldAsked =
  /^(?:is|are|do (?:i|we) have|have (?:i|we) got|did (?:i|we)(?: ever| already| remember to)?|have (?:i|we)(?: already| ever)?|was|if|whether|has|does)\b/i;

const nextAsked =
  /\b(?:what'?s next|what next|next up|what(?:'s| is| are)? (?:my |the )?next (?:thing|task|one|up|item|event|appointment|meeting)|what (?:should|shall|do|can|must) (?:i|we) (?:do|tackle|work on|start|focus on|begin)(?: with)?(?: first| next| now| today)?$|most (?:urgent|important|pressing)|one thing (?:to do|i should)|top priorit|first thing(?= i)|where (?:do|should) i (?:start|begin)|what to (?:do|tackle) (?:first|next|now))\b/i;
/** What is late is left as well. */
const weekAsked =
  /^(?!.*(?:#|\btag))(?:so |and |ok )?(?:what|which|how much|anything|is there anything|do i have anything)\b.*\b(?:left|remaining|remains|still (?:to do|to be done|open|outstanding)|outstanding)\b.*\b(?:this|the) week\b(?!end)/i;
const overviewAsked =
  /\b(?:overview|summary|summari[sz]e|recap|how am i doing|how'?s my (?:day|week|list)|status|where do i stand|how productive|what'?s (?:going on|the situation)|catch me up|run ?down|brief me)\b/i;
const notesAsked =
  /\b(?:what|which|any|show|read)\b.*\b(?:notes?|noted|details?|description|comments?)\b.*\b(?:on|for|about|of|in|to|from)\b|\bwhat did i (?:note|write) (?:down )?(?:for|about|on)\b/i;

/** Does this speak of the person's tasks at all? */
export const asksForTasks = (text: string) =>
  !stock.test(text) &&
  !isForeign(text) &&
  !place.test(text) &&
  (own.test(text) || mine.test(text) || bare.test(text.replace(/[?.!\s]+$/, "")));

/** Where something is, is no question of when, unless it stands on the list. */
const place = /^where (?!.*\b(?:lists?|tasks?|calendar|appointments?|meetings?|events?|begin|start)\b)/i;

/** "how much petrol do i have": what is in stock, not what is to do. */
const stock = /\bhow much (?!(?:left|more|is left|work|stuff|time|of|to do|do (?:i|we) (?:still )?have)\b)\p{L}+/iu;

const bare = new RegExp(
  `^(?:(?:my|the|all|all my|today'?s|todays|tomorrow'?s|tonight'?s|this week'?s|next week'?s|overdue|late|completed|finished|done|upcoming|open|pending|urgent|high[- ]priority|important|remaining|outstanding|deleted|full|whole|entire|current) ?)+(?:${taskNoun}|${calendar}|(?:shopping |grocery |to[- ]?do )?lists?|groceries|plans?|priorities|stuff|bin|trash)?(?: (?:for|due|on|this|next|tagged|about|with|in|please) ?.*)?$|^(?:agenda|overview|summary|status|backlog|(?:to[- ]?do |task |shopping |grocery )?lists?|tasks|todos|what'?s next|bin|trash|inbox|schedule|calendar|reminders)(?: (?:for|due|on|this|next|today|tomorrow|about|with|tagged|please) ?.*)?$`,
  "i",
);
const bareDay =
  /^(?:and |what about |how about )?(?:today|tonight|tomorrow|tmrw|tmr|tomoz|(?:this|next) (?:week|weekend|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s*\?+$/i;

/** A question about one's tasks, or a request to see them; null when the text is neither. */
export function readList(text: string, today: Today): Command | null {
  const plain = text.replace(/[?.!\s]+$/, "");
  if (bareDay.test(text.trim())) return listOf(plain, today);
  const isOwn = asksForTasks(plain);
  const isShown = shows.test(plain);
  if (isQuestion(text)) return isOwn || whenAsked.test(plain) ? listOf(plain, today) : null;
  if (isShown && isOwn && !isDeed(plain)) return listOf(plain, today);
  if (isForeign(plain)) return null;
  if (/^(?:find|search(?: for)?|look for) (?:me )?(?:any\w*|all|every\w*|tasks?|something|what)\b/i.test(plain))
    return listOf(plain, today);
  if (
    /^(?:show (?:me|us|all|everything|any\w*)|display|search(?: for)?|look for|find)\b/i.test(plain) &&
    !/^(?:find|look for) (?:an?|some|out|me an?)\b/i.test(plain) &&
    isShown &&
    !isDeed(plain) &&
    !isWorldly(plain)
  )
    return listOf(plain, today);
  return bare.test(plain) || lost.test(plain) ? listOf(plain, today) : null;
}

/** "I know I wrote something about the insurance, could you have a look" */
const lost =
  /\b(?:i (?:know|think|thought|believe|'?m sure) (?:i|there'?s) .*\b(?:wrote|put|added|something|saved|had)\b|i could swear\b.*|(?:can'?t|don'?t|cannot) (?:quite )?remember (?:when|what|if|whether|which))\b/i;

/** "check the meeting room", "review the slides for the meeting": something to do, though it has our words in it. */
const isDeed = (text: string) =>
  !/^find (?:my|me my)\b/i.test(text) &&
  /^(?:check|review|find|get|open|look|see|describe|report|name|state|present|count)\b/i.test(text) &&
  !new RegExp(
    `\\b(?:my|our|the) (?:[\\p{L}-]+ ){0,2}(?:lists?|to[- ]?dos?|tasks?|calendar|schedule|agenda|reminders|diary|plans?|appointments|meetings|events|engagements|commitments|bookings|shifts)\\b|\\b(?:list|calendar|if i|what|which|when|whether|do i|due|overdue|to[- ]?dos?|tasks|reminders)\\b|\\b(?:on|in|from) (?:${listPhrase})`,
    "iu",
  ).test(text);

/** "what does my week look like" asks for what is in it. */
const looks =
  /^(?:(?:so|and|ok)[\s,]+)*(?:what|how)(?:'s|s| is| does| do| will| are)? (?<when>.+?) (?:look|looks|looking|shape up|shaping up)(?: like)?(?: for (?:me|us))?$/i;

function inLooks(text: string, today: Today): string {
  const said = looks.exec(text)?.groups?.when ?? "";
  const when = said
    .replace(/^(?:my|our|the) (?:day|schedule|calendar)$/i, "today")
    .replace(/^(?:my|our|the) (?=week|month)/i, "this ")
    .replace(/^(?:my|our) /i, "");
  return when && /^[\s'.,-]*$/.test(daysIn(when, today)?.rest ?? "none") ? `what is due ${when}` : text;
}

function listOf(said: string, today: Today): Command {
  const text = inLooks(said, today);
  if (weekAsked.test(text)) return { do: "list", asks: "week", filter: {}, about: "" };
  if (nextAsked.test(text)) return { do: "list", asks: "next", filter: {}, about: "" };
  if (overviewAsked.test(text)) return { do: "list", asks: "overview", filter: {}, about: "" };
  const noted = /^(?:read|show|tell)(?: me| us)? (?:the )?(?<about>.+?) notes?$/i.exec(text)?.groups?.about;
  if (noted) return named("notes", noted);
  if (notesAsked.test(text))
    return named(
      "notes",
      text.replace(
        /^.*\b(?:notes?|noted|details?|description|comments?|write(?: down)?)\b(?: (?:do i|i) have)? ?(?:on|for|about|of|in|to|from)?/i,
        "",
      ),
    );
  const when = whenAsked.exec(text);
  const isState = /^is\b.*\b(?:done|finished|completed|sorted)$/i.test(text);
  const did =
    /^(?:did|have) (?:i|we) (?:already |ever )?(?<verb>[a-z]+) (?<object>.+?)(?: (?:yet|already|today))*$/i.exec(
      text,
    )?.groups;
  if (
    (did?.object &&
      !/^(?:do|have|get|any|put|add|say|write|set|forget|remember|tell|mention|note|save|schedule|got|done|finished|completed)$/i.test(
        did.verb ?? "",
      )) ||
    (did?.object &&
      /^(?:finish(?:ed)?|complete[d]?)$/i.test(did.verb ?? "") &&
      !/^(?:any|every|all|today|this|last)/i.test(did.object))
  )
    return {
      do: "list",
      asks: "is",
      filter: { view: "all", text: `${presentOf(did.verb ?? "") ?? did.verb} ${stripped(did.object)}` },
      about: did.object,
      isOfDone: true,
    };
  const asked = when && named(isState ? "is" : "when", text.slice(when[0].startsWith("is ") ? 3 : when[0].length));
  if (asked?.about) return isState ? { ...asked, isOfDone: true } : asked;
  const filter = tidied(filterIn(unasked(text), today), text, today);
  const isCount = /\bhow (?:many|much)\b|\bnumber of\b|\bcount\b/i.test(text);
  const isHeld =
    heldAsked.test(text) &&
    filter.text !== undefined &&
    !filter.dueTo &&
    !/\b(?:any|anything|something|how|what)\b/i.test(text);
  const period = /\bthis (?:week|month|weekend)\b/i.exec(text)?.[0].toLowerCase();
  return {
    do: "list",
    asks: isCount ? "count" : isHeld ? "is" : "list",
    filter,
    about: filter.text ?? "",
    ...(period ? { period } : {}),
  };
}

const asideWords =
  /\b(?:due|scheduled|supposed to|happening|again|done|finished|already|need to|have to|going to|get|today|tomorrow|it i|(?:have|has) to|see|go to|starts?|begins?|meant to be|planned|on my (?:list|calendar|schedule)|coming|the the)\b/gi;

/** One thing that is asked about by name. */
function named(asks: "when" | "notes" | "is", said: string): Extract<Command, { do: "list" }> {
  const about = titleWords(said.replace(asideWords, " ").replace(/\s+/g, " ").trim()).replace(/^i\s+/i, "");
  const isNothing =
    /^(?:my |the |next |i |a )*(?:deadlines?|tasks?|things?|next|it|that|next (?:one|task|thing)|appointments?|meetings?|events?)?$/i.test(
      about,
    );
  return { do: "list", asks, filter: { view: "all", text: stripped(about) }, about: isNothing ? "" : about };
}

const stripped = (text: string) => text.replace(/^(?:the|my|a|an|our|to|i)\s+/i, "");

/** The question's own words are nothing to look for. */
const unasked = (text: string) =>
  text
    .replace(shows, " ")
    .replace(
      /^(?:who(?:m|se|'s)?(?: (?:am i|are we|is|are))?(?: (?:meeting|seeing|visiting|calling))?|what(?:'s|s|'re| are| is| do| did| have| else)?|which(?: of)?|do|does|did|is there|are there|is|are|am|have|has|any|how many|how much|got|can|will|should|when(?:'s)?|where|whats?)\b/i,
      " ",
    )
    .replace(
      /\b(?:i|you|we|me|whats|what's|wat|need|needs|needed|got|going on|going|want|know|see|happening|coming(?! (?:week|month|days))|scheduled|planned|plans?|supposed|agenda|docket|plate|schedule|put|get|think|say|tell|remember|forget|already|many|much|number|count|deadlines?|what|which|there|has|having|work(?:ing)? on|should|can|must|will|would|finish|day|look like|looks like|looking like|outstanding|pending|remaining|up|priorities|(?:before|by)(?! (?:the )?(?:weekend|next|tomorrow|end|\d|\w+day))|as|first|next(?! (?:week|month|year|few|couple|two|three|\d|\w+day))|else|currently|right now|now|these days|big|out|some|free|busy|available)\b/gi,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();

/** "what did I do today?" asks for what is done, whatever day it names. */
const doneAsked =
  /\b(?:did (?:i|we) (?:already |actually |manage to )?(?:do|finish|complete|accomplish|achieve|get done|get through|tick off|check off|cross off)|(?:have|had) (?:i|we) (?:already |actually )?(?:done|finished|completed|accomplished|achieved|got(?:ten)? done))\b/i;

function tidied(filter: Filter, text: string, today: Today): Filter {
  const { text: words, ...rest } = filter;
  const kept = words && words.length > 1 && !/^(?:my|the|all|of|on|for|at)$/i.test(words) ? stripped(words) : "";
  const view =
    (doneAsked.test(text) ? "completed" : undefined) ??
    rest.view ??
    (/\bdid i|have i (?:done|finished|completed)\b/i.test(text) && !kept ? "completed" : undefined);
  const found = { ...rest, ...(view ? { view } : {}), ...(kept ? { text: kept } : {}) };
  if (view !== "completed") return found;
  const { dueFrom: _, dueTo: __, ...done } = found;
  const days = done.doneTo ? null : daysIn(text, today);
  return days ? { ...done, ...doneIn(days, today) } : done;
}
