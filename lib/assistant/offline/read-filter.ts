import { addDays, addMonths, firstOfMonth, lastOfMonth, mondayOf, weekdayOf, weekOf } from "@/lib/words/calendar";
import { taskNoun } from "@/lib/words/english/requests";
import { findWhen } from "@/lib/words/find-when";
import { firstWeekday, type Today, todayIn } from "@/lib/words/today";
import type { Filter } from "./command";

const quantifier =
  /^(?:everything|both(?= )|all(?: of)?|every(?: single)?|each|any|anything|the whole|whatever)\b(?! (?:hands|day|night|the best|clear|saints))/i;

/** A bulk reference: "everything overdue", "all my shopping tasks", "the overdue ones"; null when it is none. */
export function readFilter(text: string, today: Today): Filter | null {
  const plural = /\b(?:tasks|to[- ]?dos|ones|items|things|stuff|chores|reminders)$/i.test(text);
  const isBulk =
    quantifier.test(text) || (plural && /^(?:the|my|all)\b|^(?:overdue|completed|finished|done|today)/i.test(text));
  if (/^any (?:one|task|item|thing)$/i.test(text)) return null;
  const isWholeList = /^(?:my|the|this|entire|whole) (?:entire |whole )?(?:to[- ]?do |task )?list$/i.test(text);
  if (isWholeList) return { view: "all" };
  if (datedTasks.test(text)) {
    const filter = bulkIn(text, today);
    if (!filter.text && (filter.view || filter.dueTo)) return filter;
  }
  if (!isBulk && !/^(?:my |the )?(?:overdue|late|completed|finished|done)(?: stuff| tasks| ones| items)?$/i.test(text))
    return null;
  return bulkIn(text.replace(quantifier, " "), today);
}

/** "tasks from Saturday", "Saturday's tasks": tasks of a day, with no word before them that says "all". */
const datedTasks =
  /^(?:(?:the|my|our) )*(?:[\p{L}\d ]+'s? )?(?:tasks|to[- ]?dos|items|things|stuff|chores|reminders)(?: (?:(?:that|which) (?:are|is) )?(?:due|from|on|for|of) .+)?$/iu;

/** "everything | except | the dentist" */
const excepted =
  /^(?<text>.*?)\s*,?\s*\b(?:except(?:ing)?(?: for)?|excluding|but(?: not| for)?|other than|apart from|aside from|besides|save for|bar|not|that (?:are|is)n'?t|which (?:are|is)n'?t|unless (?:it|they)(?:'s|'re| is| are)?)\s+(?<except>.+)$/iu;

/** What changes many tasks at once must hold every word that narrowed it; words not understood are kept, so that they fit nothing. */
function bulkIn(said: string, today: Today): Filter {
  const { text = said, except } = excepted.exec(said)?.groups ?? {};
  if (except) return { ...bulkIn(text, today), ...(/\p{L}/u.test(text) ? {} : { view: "all" }), except };
  const filter = filterIn(text, today);
  const { rest, isPartOfDay } = viewIn(text, today);
  const isExcept = /\b(?:not|never|no|but|except|excluding|unless|without|other than|apart from)\b/i.test(rest);
  return isExcept || isPartOfDay ? { ...filter, text: text.replace(/\s+/g, " ").trim() } : filter;
}

const fillers = new RegExp(
  `\\b(?:${taskNoun}|stuff|list|that'?s?|that are|which|is|are|was|were|due|i|i'?ve|have|has|had|the|my|of|on|from|in|with|a|an|any|else|still|left|remaining|currently|me|do|to|be|for|it|there|all|open|pending|done yet|not|yet|please|just|only|so far|else|everything|anything|something|nothing|anyone|everyone|somebody|someone|everybody|remind|tell|show|calendars?|schedule|agenda|diary|planner|events?|engagements?|commitments?|on there|in there|actually|really|exactly|then|forgetting|sort|or|either|free|busy|clash\\w*|full|whole|entire|complete list)\\b`,
  "gi",
);

/** The filter that words amount to; what is no view, date, tag or priority is text to look for. */
export function filterIn(text: string, today: Today): Filter {
  const { filter, rest } = viewIn(text, today);
  const named =
    /\b(?:about|regarding|containing|mentioning|related to|called|named|concerning|with the words?|that mentions?|matching|for)\s+(?<words>.+)$/i.exec(
      rest,
    )?.groups?.words;
  const words = clean(named ?? rest);
  return words ? { ...filter, text: words } : filter;
}

const clean = (text: string) =>
  text
    .replace(fillers, " ")
    .replace(/[?!.,:;"]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/\s+'s\b/g, "")
    .trim();

const views: [NonNullable<Filter["view"]>, RegExp][] = [
  [
    "overdue",
    /\b(?:over ?due|past due|late|missed|behind(?: on)?|past (?:their|its) (?:due date|deadline)|should have (?:been )?done|expired)\b/i,
  ],
  ["bin", /\b(?:in the (?:bin|trash)|deleted|binned|trashed|removed|recycle bin|(?:the |my )?(?:bin|trash))\b/i],
  [
    "completed",
    /\b(?:completed?|finished|done(?! yet| by| before)|checked off|ticked off|accomplished?|got done|crossed off)\b/i,
  ],
  [
    "inbox",
    /\b(?:without (?:a |any )?(?:due )?(?:date|deadline)s?|no (?:due )?(?:date|deadline)s?|undated|unscheduled|not scheduled|(?:my |the )?inbox|somewhen|someday)\b/i,
  ],
  ["upcoming", /\b(?:upcoming|coming up|in the (?:near )?future|up next|soon|ahead)\b/i],
];

function viewIn(text: string, today: Today): { filter: Filter; rest: string; isPartOfDay: boolean } {
  const filter: Filter = {};
  let rest = text;
  const take = (pattern: RegExp) => {
    const match = pattern.exec(rest);
    if (match) rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    return match;
  };
  if (
    take(
      /\b(?:not|n't|isn'?t|aren'?t|haven'?t(?: been| yet)?) (?:yet )?(?:done|finished|completed?)(?: yet)?\b|\b(?:incomplete|unfinished|undone|uncompleted)\b/i,
    )
  )
    filter.view = "all";
  for (const [view, pattern] of views) if (!filter.view && take(pattern)) filter.view = view;
  const tag = take(
    /#(?<tag>[\p{L}\p{N}_-]+)|\b(?:tagged|labell?ed|(?:with|has|have|having|carrying|under) (?:the |a )?(?:tag|label)|in (?:the )?(?:tag|category|project))(?: with| as)? #?(?<named>[\p{L}\p{N}_-]+)/iu,
  )?.groups;
  if (tag) filter.tag = tag.tag ?? tag.named ?? "";
  if (take(/\b(?:urgent|high[- ]?(?:priority|prio)?|important|p1|top[- ]priority|critical|highest priority)\b/i))
    filter.priority = "high";
  else if (take(/\b(?:medium|normal)[- ]priority\b|\bp2\b/i)) filter.priority = "medium";
  else if (take(/\blow(?:est)?[- ]priority\b|\bp3\b/i)) filter.priority = "low";
  take(/\bpriorit(?:y|ies)\b/i);
  const days = daysIn(rest, today);
  if (days) {
    rest = days.rest;
    if (filter.view === undefined && days.from === days.to && days.from === todayIn(today)) filter.view = "today";
    else if (filter.view === "completed") Object.assign(filter, doneIn(days, today));
    else Object.assign(filter, { ...(days.from ? { dueFrom: days.from } : {}), dueTo: days.to });
  }
  return { filter, rest, isPartOfDay: days?.isPartOfDay ?? false };
}

/** `isPartOfDay`: a time was named as well, which no filter holds. */
export type Days = {
  from: string | null;
  to: string;
  rest: string;
  isPartOfDay?: boolean;
  isCurrent?: "week" | "month";
};

/** What is done was done until now: of this week, from its first day. */
export function doneIn({ from, to, isCurrent }: Pick<Days, "from" | "to" | "isCurrent">, today: Today): Filter {
  const here = todayIn(today);
  const begun =
    isCurrent === "week" ? weekOf(here, firstWeekday(today)) : isCurrent === "month" ? firstOfMonth(here) : from;
  return { ...(begun ? { doneFrom: begun } : {}), doneTo: to > here ? here : to };
}

/** A stretch of days, such as "this week"; a question about a week wants all of it. */
export function daysIn(text: string, today: Today): Days | null {
  const here = todayIn(today);
  const monday = weekOf(here, firstWeekday(today));
  const saturday = addDays(mondayOf(here), 5);
  const month = firstOfMonth(here);
  const stretches: [RegExp, string, string][] = [
    [
      /\b(?:this|the|rest of (?:the|this)|for the|in the|during the|coming)(?: current)? week(?!end)\b|\bin the week\b|\bweek'?s\b/i,
      here,
      addDays(monday, 6),
    ],
    [/\bnext week(?!end)(?:'s)?\b/i, addDays(monday, 7), addDays(monday, 13)],
    [/\blast week(?!end)(?:'s)?\b/i, addDays(monday, -7), addDays(monday, -1)],
    [/\bnext weekend\b/i, addDays(saturday, 7), addDays(saturday, 8)],
    [
      /\b(?:this |the |over the |at the )?weekend(?:'s)?\b/i,
      weekdayOf(here) === 0 ? here : saturday,
      addDays(monday, 6),
    ],
    [/\b(?:this|rest of (?:the|this)|for the|in the) month(?:'s)?\b/i, here, lastOfMonth(here)],
    [/\bnext month(?:'s)?\b/i, addMonths(month, 1), lastOfMonth(addMonths(month, 1))],
    [/\b(?:next|coming|following) (?:few|couple of) days\b/i, here, addDays(here, 3)],
    [/\b(?:today|tonight|this (?:morning|afternoon|evening))(?:'s)?\b|\btodays\b/i, here, here],
    [/\btomorrow(?:'s)?\b|\btomorrows\b/i, addDays(here, 1), addDays(here, 1)],
    [/\byesterday(?:'s)?\b/i, addDays(here, -1), addDays(here, -1)],
  ];
  const many =
    /\b(?:in |within |over )?(?:the )?(?:next|coming|following) (?<n>\d{1,3}|two|three|four|five|six|seven|ten) (?<unit>days|weeks)\b/i.exec(
      text,
    );
  if (many?.groups) {
    const numbers: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, ten: 10 };
    const n = numbers[(many.groups.n ?? "").toLowerCase()] ?? Number(many.groups.n);
    return {
      from: here,
      to: addDays(here, n * (many.groups.unit === "weeks" ? 7 : 1)),
      rest: text.replace(many[0], " "),
    };
  }
  for (const [pattern, from, to] of stretches) {
    const match = pattern.exec(text);
    if (!match) continue;
    const isUpTo = from > here && /\b(?:before|until|till)\s+(?:the\s+)?$/i.test(text.slice(0, match.index));
    if (isUpTo)
      return {
        from: null,
        to: addDays(from, -1),
        rest: text.replace(match[0], " ").replace(/\b(?:before|until|till)\s*$/i, " "),
      };
    const isCurrent =
      from === here && to !== here ? /\b(?:week|month)\b/i.exec(match[0])?.[0].toLowerCase() : undefined;
    return {
      from,
      to,
      rest: text.replace(match[0], " "),
      ...(isCurrent === "week" || isCurrent === "month" ? { isCurrent } : {}),
    };
  }
  const when = findWhen(text.replace(/\b(\p{L}+day)'s\b/giu, "on $1,"), today);
  if (!when.due || when.recurrence) return null;
  const isUpTo = /\b(?:by|before|until|till)\b/i.test(text.slice(when.spans[0]?.[0] ?? 0, when.spans[0]?.[1]));
  const isBefore = isUpTo && /\bbefore\b/i.test(text.slice(when.spans[0]?.[0] ?? 0, when.spans[0]?.[1]));
  return {
    from: isUpTo ? null : when.due.date,
    to: isBefore ? addDays(when.due.date, -1) : when.due.date,
    rest: when.rest,
    isPartOfDay: when.due.time !== null,
  };
}
