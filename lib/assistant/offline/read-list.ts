import type { Today } from "@/lib/words/today";
import type { Command, Filter } from "./command";
import { taskNoun } from "./lexicon";
import { filterIn } from "./read-filter";
import { titleWords } from "./read-target";

const question =
  /^(?:what|what's|whats|what're|wat|which|when|when's|whens|where|who|whose|why|how|how's|is|isn't|are|am|was|were|do|does|did|have (?:i|we)|has|should i|shall i|any|anything|got any|got anything|will i|and (?:today|tomorrow|this week|next week|what)|can you tell me what)\b|\?\s*$/i;
export const isQuestion = (text: string) => question.test(text);

const commands =
  /^(?:show|list|display|print|view|see|read(?: out| me)?|give me|tell me|get me|pull up|bring up|open|go through|run through|recap|summari[sz]e|review|let me see|let me know|find|search(?: for)?|look (?:up|for|at)|filter|remind me (?:what|which|of what)|i want to (?:see|know)|output)\b(?: (?:me|us))?(?: (?:all|out))?/i;

/** Words that show that a question is about the person's own list. */
const own = new RegExp(
  `\\b(?:${taskNoun}|to[- ]?do|list|due|overdue|agenda|docket|schedule[d]?|plans?|planned|deadlines?|plate|remaining|pending|outstanding|left|overview|summary|backlog|workload|late|behind|missed|bin|trash|inbox|tagged|labell?ed|the tag|priorit(?:y|ies)|urgent|productive)\\b`,
  "i",
);
const mine =
  /\b(?:do i (?:have|need|still|got)|have i (?:got|done|finished|completed)|did i (?:do|finish|complete|get|accomplish|add|put|write|say|already|remember|forget)|am i|should i (?:do|be doing|work|start|focus|tackle)|i (?:have|need|got|gotta) to|must i|i supposed|what i|what have i|i (?:finished|completed|did|done)|i'm (?:doing|supposed)|(?:anything|something) (?:for|on|about|to do|else|with)|my (?:day|week|weekend|morning|evening|afternoon|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|on for (?:today|tomorrow)|what's (?:on|up|happening) (?:for )?(?:today|tomorrow|this|next|on|my)|what'?s on\b|what's next|what next|whats next|coming up|got (?:any|anything) |^(?:what|how) about (?:today|tomorrow|tonight|this|next|on|the|my|over)|^and (?:today|tomorrow|this|next|on|what))/i;

/** A question about one's tasks, or a request to see them; null when the text is neither. */
export function readList(text: string, today: Today): Command | null {
  const lower = text.replace(/[?.!\s]+$/, "");
  const isAsked = isQuestion(text);
  const isShown =
    commands.test(lower) &&
    !/^(?:open|review|find|get|read|search|look|see|view|print|give me|list|filter|output)\b/i.test(lower);
  const isSoftShown =
    commands.test(lower) && (own.test(lower) || /^(?:find|search|look for|list|view|see)\b/i.test(lower));
  const isBare = bare.test(lower);
  if (!isAsked && !isShown && !isSoftShown && !isBare) return null;
  if (isAsked && !own.test(lower) && !mine.test(lower) && !whenAsked.test(lower)) return null;
  if (
    isSoftShown &&
    !isShown &&
    !own.test(lower) &&
    !/^(?:search(?: for)?|find|look for) (?:for )?(?:the |my |any(?:thing)? )|^search\b/i.test(lower)
  )
    return null;
  return listOf(lower, today);
}

const bare = new RegExp(
  `^(?:(?:my|the|all|all my|today'?s|todays|tomorrow'?s|this week'?s|next week'?s|overdue|late|completed|finished|done|upcoming|open|pending|urgent|high[- ]priority|important|remaining|outstanding|deleted) ?)+(?:${taskNoun}|list|to[- ]?do list|agenda|schedule|stuff|bin|trash)?(?: (?:for|due|on|this|next|tagged|about|with|in) .+)?$|^(?:agenda|overview|summary|status|backlog|to[- ]?do list|task list|tasks|todos|list|what'?s next|bin|trash|inbox)(?: (?:for|due|on|this|next|today|tomorrow|about|with|tagged) ?.*)?$`,
  "i",
);
const whenAsked =
  /^(?:when(?:'s| is| are| was| do i| am i| should i| did i)|what (?:time|day|date)(?:'s| is| are| do i| am i)|how (?:long|many days|much time) (?:until|till|do i have|before)|is (?:the|my) .+ (?:done|finished|due|today|tomorrow)|did i (?:already )?)/i;
const nextAsked =
  /\b(?:what'?s next|what next|next up|what (?:should|shall|do|can) i (?:do|tackle|work on|start|focus on|begin)(?: with)?(?: first| next| now| today)?$|most (?:urgent|important|pressing)|top priorit|first thing|where (?:do|should) i (?:start|begin)|what to do (?:first|next|now))\b/i;
const overviewAsked =
  /\b(?:overview|summary|summari[sz]e|recap|how am i doing|how'?s my (?:day|week|list)|status|where do i stand|how productive|what'?s (?:going on|the situation)|catch me up)\b/i;

function listOf(text: string, today: Today): Command {
  if (nextAsked.test(text)) return { do: "list", asks: "next", filter: {}, about: "" };
  if (overviewAsked.test(text)) return { do: "list", asks: "overview", filter: {}, about: "" };
  const when = whenAsked.exec(text);
  if (when) {
    const about = titleWords(
      text
        .slice(when[0].startsWith("is ") ? 3 : when[0].length)
        .replace(
          /\b(?:due|scheduled|supposed to|happening|again|done|finished|already|need to|have to|going to|get|today|tomorrow)\b/gi,
          " ",
        )
        .replace(/\s+/g, " ")
        .trim(),
    );
    if (
      about &&
      !/^(?:my |the |next |i )*(?:deadlines?|tasks?|things?|next|it|that|next (?:one|task|thing))?$/i.test(about)
    ) {
      return { do: "list", asks: "when", filter: { view: "all", text: stripped(about) }, about };
    }
  }
  const isCount = /\bhow (?:many|much)\b|\bnumber of\b|\bcount\b/i.test(text);
  const filter = tidied(filterIn(asked(text), today), text);
  const period = /\bthis (?:week|month|weekend)\b/i.exec(text)?.[0].toLowerCase();
  const about = filter.text ?? "";
  return { do: "list", asks: isCount ? "count" : "list", filter, about, ...(period ? { period } : {}) };
}

const stripped = (text: string) => text.replace(/^(?:the|my|a|an|our|to|i)\s+/i, "");

/** The question's own words are nothing to look for. */
const asked = (text: string) =>
  text
    .replace(commands, " ")
    .replace(
      /^(?:what(?:'s|s|'re| are| is| do| did| have| else)?|which(?: of)?|do|does|did|is there|are there|is|are|am|have|has|any|how many|how much|got|can|will|should|when(?:'s)?|where|whats?)\b/i,
      " ",
    )
    .replace(
      /\b(?:i|you|we|me|need|needs|needed|got|going on|going|want|know|see|happening|coming(?! (?:week|month|days))|scheduled|planned|plans?|supposed|agenda|docket|plate|schedule|put|get|think|say|tell|remember|forget|already|many|much|number|count|deadlines?|what|which|there|has|having|work(?:ing)? on|should|can|must|will|would|finish|day|look like|looks like|looking like|outstanding|pending|remaining|up|priorities|before|by|as|first|next(?! (?:week|month|year|few|couple|two|three|\d|\w+day))|else|currently|right now|now|these days|big|out|some|free|busy|available)\b/gi,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();

/** "what did I do today?" asks for what is done, whatever day it names. */
const doneAsked =
  /\b(?:did (?:i|we) (?:already |actually |manage to )?(?:do|finish|complete|accomplish|achieve|get done|get through|tick off|check off|cross off)|(?:have|had) (?:i|we) (?:already |actually )?(?:done|finished|completed|accomplished|achieved|got(?:ten)? done))\b/i;

function tidied(filter: Filter, text: string): Filter {
  const { text: words, ...rest } = filter;
  const kept = words && words.length > 1 && !/^(?:my|the|all|of|on|for|at)$/i.test(words) ? stripped(words) : "";
  const view =
    (doneAsked.test(text) ? "completed" : undefined) ??
    rest.view ??
    (/\bdid i|have i (?:done|finished|completed)\b/i.test(text) && !kept ? "completed" : undefined);
  const found = { ...rest, ...(view ? { view } : {}), ...(kept ? { text: kept } : {}) };
  if (view !== "completed") return found;
  // What is done is told by when it was done, which the tool can't ask for; its due date says nothing.
  const { dueFrom: _, dueTo: __, ...done } = found;
  return done;
}
