const polite = "(?<polite>(?:please |can you |could you )*)";
const end = "(?<end>[\\s.!?]*)$";

/** "i need my blood test moved to thursday", "I'd like the dentist cancelled": what is to happen to a thing, as a wish. */
const participles: Record<string, string> = {
  moved: "move",
  pushed: "push",
  postponed: "postpone",
  rescheduled: "reschedule",
  delayed: "postpone",
  shifted: "move",
  changed: "change",
  renamed: "rename",
  cancelled: "cancel",
  canceled: "cancel",
  deleted: "delete",
  removed: "delete",
  scrapped: "delete",
  gone: "delete",
  ticked: "tick",
  marked: "mark",
  tagged: "tag",
  reopened: "reopen",
};
const wished = new RegExp(
  `^(?:(?:i|we)(?:'d| would)? )?(?:(?:also|really|just) )*(?:need|want|like|get|have|prefer)(?: to (?:have|get|see))? (?<thing>(?:the|my|our|that|this|#\\d|both|all|everything)\\b.*?) (?<deed>${Object.keys(participles).join("|")})(?<more>\\b.*)$`,
  "is",
);

const settles = new RegExp(
  `^${polite}(?:set|change|switch|turn|put) (?<thing>.+?) (?:to|as) (?:done|completed?|finished)${end}`,
  "i",
);
const sorts = new RegExp(
  `^${polite}(?:sort|order|rank|arrange|prioriti[sz]e) (?:all )?(?:my|the|these|those) (?:tasks?|list|to-?dos?)\\b.*\\b(?:important|urgent|pressing|priority|importance|urgency)\\b.*$`,
  "i",
);
/** A list stands in the order of its dates. */
const dated = new RegExp(
  `^${polite}(?:sort|order|arrange)(?: (?:all |everything |them |it |(?:my|the|these|those) (?:tasks?|list|to-?dos?|things) ?))? ?by (?:the )?(?:due )?(?:date|day|deadline|time)s?${end}`,
  "i",
);
/** "mark the passport as urgent and due friday" */
const dueToo = /^(?<head>(?:mark|tag|flag|rename)\b.+?),? and (?<due>due\b.+)$/is;
const sameTime =
  /^(?:(?:let'?s|can we) (?:do|say|make it) )?(?:the )?same time (?<when>(?:next|this|on|tomorrow|\p{L}+day)\b.*?) for (?<thing>(?:the|my|our) .+)$/iu;

/** The same request in words that are known better. */
export const reworded = (text: string): string =>
  text
    .replace(wished, (...found) => {
      const { thing = "", deed = "", more = "" }: Record<string, string | undefined> = found.at(-1);
      return `${participles[deed.toLowerCase()]} ${thing}${more}`;
    })
    .replace(settles, "$<polite>mark $<thing> as done$<end>")
    .replace(sorts, "what are my most important tasks?")
    .replace(dueToo, "$<head> and make it $<due>")
    .replace(dated, "show me my tasks")
    .replace(sameTime, "move $<thing> to $<when>");
