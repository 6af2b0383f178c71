import { findTags, priorityOf } from "@/lib/words/read-task";
import type { Today } from "@/lib/words/today";
import type { Command, Patch } from "./command";
import { readMove } from "./read-move";
import { readTarget } from "./read-target";
import { end, type Frame, type Reading } from "./reading";
import { tagFrames } from "./tag-frames";
import { taskFrom } from "./title";

const level =
  "(?<level>(?:the )?(?:highest|high|top|urgent|critical|important|medium|med|normal|moderate|lowest|low|no|none|p[1-4]))";

/** "grout job: low prio" may as well be new. */
const marked = new RegExp(
  `^(?<target>.{2,60}?)\\s*(?::|\\s[-–—]|->)\\s*${level}(?:[- ](?:priority|prio))?${end}`,
  "is",
);

const levelOf = (text = "") => priorityOf(text.replace(/^the /i, "").replace(/^p(?=\d)/i, ""));
const quoted = (text = "") =>
  text
    .trim()
    .replace(/^(["'])(.*)\1$/s, "$2")
    .replace(/[.!]+$/, "")
    .trim();

const frames: Frame[] = [
  // notes
  {
    pattern:
      /^(?:add|attach|put|write|leave|append|make) (?:a |an |the |this )?(?:note|comment|description|detail|remark)s? (?:to|on|for|in|about|under) (?<target>.+?)(?:\s*[:–]\s*| - |,? (?:saying|that says|that|with|which says|to) )(?<note>.+)$/is,
    patch: noted,
  },
  {
    pattern:
      /^(?:add|attach|put|write|leave|append) (?:(?:the|a) note )?(?<note>"[^"]+"|'[^']+') (?:as a note )?(?:to|on|for|in) (?:the )?(?:notes?|description|details)(?: (?:of|for|on))? (?<target>.+?)[\s.!]*$/is,
    patch: noted,
  },
  {
    pattern:
      /^(?:add|put|attach|write) (?!an? (?:task|note|reminder)\b)(?<note>.+?) (?:to|on|in) (?:the|my) (?<target>.+?) (?:task|reminder|event|entry|appointment|item)[\s.!]*$/is,
    patch: noted,
  },
  {
    pattern:
      /^(?<target>[^:,]{2,60}?)\s*[:,–]\s*(?:please )?(?:add|put|make|leave) (?:a |the |this )?note(?: that| saying| to say)?[\s:,–-]+(?<note>.+)$/is,
    patch: noted,
  },
  { pattern: /^(?:(?:add|make) a )?notes? (?:on|for|to) (?<target>.+?)\s*[:–]\s*(?<note>.+)$/is, patch: noted },
  {
    pattern:
      /^(?:set|change|update|edit) (?:the )?(?:description|notes?|details) (?:of|for|on) (?<target>.+?) (?:to|as|:)\s*(?<note>.+)$/is,
    patch: noted,
  },
  {
    pattern:
      /^(?:remove|clear|delete|erase) (?:the )?(?:description|notes?|details) (?:of|from|for|on) (?<target>.+?)[\s.!]*$/is,
    patch: () => ({ description: "remove" }),
  },
  // names
  {
    pattern:
      /^(?:rename|retitle|reword|rephrase) (?<target>.+?) (?:to|as|into|so (?:that )?it (?:says|reads|is)|->|=>)\s+(?<title>.+)$/is,
    patch: named,
  },
  {
    pattern:
      /^(?:change|edit|update|correct|fix|set) (?:the )?(?:title|name|wording|text) (?:of|for|on) (?<target>.+?) (?:to|into|as)\s+(?<title>.+)$/is,
    patch: named,
  },
  {
    pattern:
      /^(?:change|edit|update|correct|fix) (?<target>.+?)(?:'s)? (?:title|name|wording|text) (?:to|into)\s+(?<title>.+)$/is,
    patch: named,
  },
  {
    pattern:
      /\b(?:it'?s|it (?:is|should (?:be|say|read))|should (?:be|say|read)|i meant) (?<q>["'])(?<title>.+?)\k<q>,? (?:and )?not (?<p>["'])(?<target>.+?)\k<p>/is,
    patch: named,
  },
  {
    pattern:
      /^.*?(?<q>["'])(?<target>[^"']{2,})\k<q>.*?\b(?:make it|(?:should|to) (?:be|say|read)|so it (?:reads|says)|change it to|i meant|is really)\s*(?<p>["'])(?<title>.+?)\k<p>/is,
    patch: named,
  },
  { pattern: /^.*?\bcall it (?<q>["'])(?<title>.+?)\k<q> instead of (?<p>["'])(?<target>.+?)\k<p>/is, patch: named },
  {
    pattern: /^it should (?:say|read|be) (?<title>.+?) (?:instead of|rather than|not) (?<target>.+?)[.!]*$/is,
    patch: named,
  },
  { pattern: /^(?<target>.+?) should (?:say|read|be (?:called|named|titled))\s+(?<title>.+)$/is, patch: named },
  { pattern: /^(?:replace|swap|substitute) (?<target>.+?) (?:with|by|for)\s+(?<title>.+)$/is, patch: named },
  {
    pattern: /^(?:change|edit|update|set|make) (?<target>)the (?:title|name) (?:to|into) (?<title>.+)$/is,
    patch: named,
  },
  { pattern: /^call (?<target>it|that|this|#?\d+) (?<title>.+?)(?: instead)?$/is, patch: named },
  {
    pattern: /^call (?:the|my) (?<noun>event|task|reminder|meeting|item|one) (?<title>.+?) instead of (?<target>.+)$/is,
    patch: named,
  },
  {
    pattern:
      /^(?:set|change|update|add|put|note)(?: the)? (?<what>location|place|venue|address|room|guests?|phone number|link) (?:of|for|to|on) (?<target>.+?) (?:to|as|is|:)\s*(?<note>.+)$/is,
    patch: ({ what, note }) => ({ description: `${what}: ${note}` }),
  },
  {
    pattern: /^call (?<target>(?:the|my) .+?(?: (?:task|one|event|reminder|meeting|item))) (?<title>.+?) instead$/is,
    patch: named,
  },
  // priority
  {
    pattern: new RegExp(
      `^(?:set|change|raise|lower|bump|make|update|increase|decrease|drop) (?:the )?(?:priority|prio|importance)(?: level)? (?:of|for|on) (?<target>.+?) (?:to|as|up to|down to|at) ${level}(?:[- ]priority)?${end}`,
      "is",
    ),
    patch: ranked,
  },
  {
    pattern: new RegExp(
      `^(?:make|set|mark|flag|change|bump|raise|lower|give|put|update|turn|label|move|assign) (?<target>.+?)(?:'s priority)? (?:up |down )?(?:as |to |to be |at |a |an |with )*(?:a )?(?:really |very |super )?${level}(?:er)?(?:[- ](?:priority|prio|importance))?${end}`,
      "is",
    ),
    patch: ranked,
  },
  {
    pattern: /^(?:raise|increase|bump(?: up)?|up) (?:the )?priority (?:of|for|on) (?<target>.+?)[\s.!]*$/is,
    patch: () => ({ priority: "high" }),
  },
  {
    pattern: /^(?:lower|decrease|reduce|drop) (?:the )?priority (?:of|for|on) (?<target>.+?)[\s.!]*$/is,
    patch: () => ({ priority: "low" }),
  },
  {
    pattern:
      /^(?:(?:put|add|stick|give) (?:it |me )?an? (?:star|flag|pin|asterisk) (?:on|to|by|next to|against)|star|flag) (?<target>(?:the|my|that|it|this|#?\d).*?)[\s.!]*$/is,
    patch: () => ({ priority: "high" }),
  },
  {
    pattern:
      /^(?<target>.+?) (?:is|are) (?:really |definitely )?(?:the |an? )?(?:most )?(?:important|urgent|pressing) (?:one|ones|thing|task)[\s.!]*$/is,
    patch: () => ({ priority: "high" }),
  },
  { pattern: new RegExp(`^re-?prioriti[sz]e (?<target>.+?) (?:to|as) ${level}${end}`, "is"), patch: ranked },
  { pattern: /^prioriti[sz]e (?<target>.+?)[\s.!]*$/is, patch: () => ({ priority: "high" }) },
  {
    pattern: /^(?:de-?prioriti[sz]e|downgrade|demote) (?<target>.+?)(?:, [^,]+)?[\s.!]*$/is,
    patch: () => ({ priority: "low" }),
  },
  {
    pattern: /^(?:remove|clear|delete) (?:the )?priority (?:of|from|on|for) (?<target>.+?)[\s.!]*$/is,
    patch: () => ({ priority: "none" }),
  },
  {
    pattern: new RegExp(
      `^(?<target>.+?)(?:'s)? (?:is|are|should be|needs to be|has|gets|has become|needs|'s|must be|can (?:go|be)(?: back)?(?: to)?|goes (?:back )?to)(?: now| actually| really)? (?:an? )?(?:really |very |super |quite |more |not )?(?:priority )?${level}(?:[- ](?:priority|prio))?${end}`,
      "is",
    ),
    patch: ranked,
  },
  {
    pattern:
      /^(?<target>.+?) (?:is|are)(?:n'?t| not)(?: that| so| really| very)? (?:urgent|important)(?: any ?more)?[\s.!]*$/is,
    patch: () => ({ priority: "none" }),
  },
  ...tagFrames,
];

function noted({ note }: Record<string, string | undefined>): Patch {
  return { description: (note ?? "").trim().replace(/^(["'])(.*)\1$/s, "$2") };
}

function named({ title }: Record<string, string | undefined>): Patch | null {
  const words = quoted(title);
  return words ? { title: words } : null;
}

function ranked({ level: said }: Record<string, string | undefined>): Patch {
  return { priority: levelOf(said) };
}

/** A change to a task that exists; null when the text asks for none. */
export function readUpdate(text: string, today: Today): Command | null {
  const mark = marked.exec(text)?.groups;
  const reading =
    (mark?.target ? { said: mark.target, patch: ranked(mark), mayBeNew: "surely" as const } : null) ??
    frameOf(text) ??
    readMove(text, today) ??
    retitled(text);
  if (!reading) return null;
  const { said, patch, lacks, mayBeNew } = reading;
  const target = readTarget(said, today);
  if (!target) return null;
  const isNamed = target.kind === "words";
  return {
    do: "update",
    target,
    patch,
    ...(lacks && { lacks }),
    ...(mayBeNew && isNamed && { orCreate: taskFrom(text, today), isSurelyTask: mayBeNew === "surely" }),
  };
}

function frameOf(text: string): Reading | null {
  for (const { pattern, patch } of frames) {
    const groups = pattern.exec(text)?.groups;
    // Of what was spoken of last, when no other task is named.
    const said = groups?.target === "" ? "it" : groups?.target;
    const found = said && groups && patch(groups);
    if (said && found) return { said, patch: found };
  }
  return null;
}

/** "change X to Y", once Y is known to be no date, priority or tag. */
function retitled(text: string): Reading | null {
  const groups =
    /^(?:change|edit|update|turn|correct|switch) (?<target>.+?) (?:to|into|to say|to read)\s+(?<title>.+)$/is.exec(
      text,
    )?.groups;
  if (!groups?.target || !groups.title || findTags(groups.title).tags.length > 0) return null;
  const title = quoted(groups.title);
  return title ? { said: groups.target, patch: { title } } : null;
}
