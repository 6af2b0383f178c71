import { findWhen } from "./find-when";
import { blanked, masked } from "./scan";
import { without } from "./span";
import type { Due, Today } from "./today";

export type Priority = "none" | "low" | "medium" | "high";

/** A stretch of the text that was understood as something other than the title. */
export type TaskSpan = { kind: "when" | "priority" | "tag"; start: number; end: number };

export type TaskWords = {
  title: string;
  due: Due | null;
  recurrence: string | null;
  priority: Priority;
  tags: string[];
  spans: TaskSpan[];
};

/** `ignore`: stretches of the text that are to be left as they are. */
export type ReadOptions = { ignore?: readonly { start: number; end: number }[] };

/**
 * Quick add: "Pay rent tomorrow 5pm #home p1 every month". `spans` are the stretches that were understood, each on its own;
 * one that is handed back in `ignore` (the same start and end) stays in the title and means nothing.
 */
export function readTask(text: string, today: Today, { ignore = [] }: ReadOptions = {}): TaskWords {
  const open = blanked(text, ignore);
  const tags = findTags(open);
  const priority = findPriority(open);
  const marks = [...tags.spans, ...priority.spans];
  const when = findWhen(text, today, { hidden: [...marks, ...ignore], isTask: true });
  const dates = when.spans.map(([start, end]): TaskSpan => ({ kind: "when", start, end }));
  const spans = [...marks, ...dates].sort((a, b) => a.start - b.start);
  return {
    title: without(
      text,
      spans.map(({ start, end }) => [start, end]),
    ),
    due: when.due,
    recurrence: when.recurrence,
    priority: priority.priority,
    tags: tags.tags,
    spans,
  };
}

const tagPattern = /(?<![\p{L}\p{N}&/])#(?!\d+\b)(?<tag>[\p{L}\p{N}][\p{L}\p{N}_/-]{0,49})/gu;
const spokenTag =
  /(?:,\s*|\s)(?:and\s+)?(?:with (?:the )?tags?|tagged(?: as| with)?|(?:with (?:the )?)?labels?|labell?ed(?: as| with)?)\s+(?<tags>#?[\p{L}\p{N}_-]{1,50}(?:(?:,\s*|\s+and\s+|,?\s+(?=#))#?[\p{L}\p{N}_-]{1,50}){0,20})(?=$|[\s.,!])/giu;

/** "#home"; "tagged home and garden" */
export function findTags(text: string): { tags: string[]; spans: TaskSpan[] } {
  const spans: TaskSpan[] = [];
  const tags: string[] = [];
  for (const match of text.matchAll(spokenTag)) {
    spans.push({ kind: "tag", start: match.index, end: match.index + match[0].length });
    tags.push(...(match.groups?.tags ?? "").split(/,\s*|\s+and\s+|\s+/).map((tag) => tag.replace(/^#/, "")));
  }
  for (const match of text.matchAll(tagPattern)) {
    if (spans.some(({ start, end }) => match.index >= start && match.index < end)) continue;
    spans.push({ kind: "tag", start: match.index, end: match.index + match[0].length });
    tags.push(match.groups?.tag ?? "");
  }
  return { tags: [...new Set(tags.filter(Boolean))], spans };
}

const levels = "high(?:est)?|top|urgent|critical|important|medium|med|normal|moderate|low(?:est)?|no|none";
const priorityPatterns = [
  `(?:(?:with|as|at|make it|it'?s|that'?s|which is|and|,) +){0,4}(?:an? )?(?:(?:very|really|super) )?(?<level>${levels})[- ](?:priority|prio|importance)`,
  `(?:with |and )?(?:the )?(?:priority|prio)(?: (?:of|is|level|to|set to|as))?[ :=]+(?<level>${levels}|[1-3])`,
  "(?<![\\p{L}\\p{N}])(?:with |as )?(?:!{1,3}|p)(?<level>[1-4])(?![\\p{L}\\p{N}:])",
  "(?<=\\s|^)!(?<level>high|medium|med|low|urgent)(?![\\p{L}])",
  "(?<=^|\\s)(?<level>!{2,3}|!)(?=\\s|$)",
  "(?<=\\S)(?<level>!{2,3})\\s*$",
  "(?:[,;:(–—-]{1,3} *)(?:it'?s |this is |that'?s |which is )?(?:very |really |super |quite )?(?<level>urgent|important|critical|asap|high|low|medium)[)!.]*\\s*$",
  "^(?<level>urgent|important|critical|asap)\\s*[:!,–—-]+ *",
  "(?:[.;!] *|, *|\\s)(?:(?:it'?s|this is|that'?s|which is|and it'?s) +)(?:very |really |super )?(?<level>urgent|important|critical)[)!.]*\\s*$",
  "\\s(?:(?:as|marked|flagged)(?: as)? +)?(?<level>urgent|urgently|asap)[)!.]*\\s*$",
].map((source) => new RegExp(source, "iu"));

export function priorityOf(word: string): Priority {
  const level = word.toLowerCase();
  if (/^(?:low|3)/.test(level)) return "low";
  if (/^(?:medium|med|moderate|2)/.test(level)) return "medium";
  if (/^(?:no|none|normal|4)/.test(level)) return "none";
  return "high";
}

/** "high priority", "urgent", "p1", "!" */
export function findPriority(text: string): { priority: Priority; spans: TaskSpan[] } {
  const lower = masked(text);
  for (const regex of priorityPatterns) {
    const match = regex.exec(lower);
    if (!match?.groups?.level || isName(text, match)) continue;
    const end = match.index + match[0].length;
    return { priority: priorityOf(match.groups.level), spans: [{ kind: "priority", start: match.index, end }] };
  }
  return { priority: "none", spans: [] };
}

/** "P2 cable": a capital letter inside a sentence belongs to a name. */
function isName(text: string, match: RegExpExecArray) {
  const end = match.index + match[0].length;
  return /^P\d$/.test(text.slice(match.index, end)) && text.slice(end).trim() !== "" && match.index > 0;
}
