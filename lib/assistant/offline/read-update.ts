import { findTags, priorityOf } from "@/lib/words/read-task";
import type { Today } from "@/lib/words/today";
import type { Command, Patch } from "./command";
import { readMove } from "./read-move";
import { readTarget } from "./read-target";

type Reading = { said: string; patch: Patch; question?: string };
type Frame = { pattern: RegExp; patch(groups: Record<string, string | undefined>): Patch | null };

const level =
  "(?<level>(?:the )?(?:highest|high|top|urgent|critical|important|medium|med|normal|moderate|lowest|low|no|none|p[1-4]))";
const tagList = "(?<tags>#?[\\p{L}\\p{N}_-]+(?:(?:,? and |, ?| )#?[\\p{L}\\p{N}_-]+)*)";
const oneTag = "(?<tags>#?[\\p{L}\\p{N}_-]+)";
const end = "[\\s.!]*$";

const levelOf = (text = "") => priorityOf(text.replace(/^the /i, "").replace(/^p(?=\d)/i, ""));
const tagsOf = (text = "") =>
  text
    .split(/,? and |, ?|\s+/i)
    .map((tag) => tag.replace(/^#/, ""))
    .filter(Boolean);
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
    pattern: /^(?:rename|retitle|reword|rephrase) (?<target>.+?) (?:to|as|into|so it says|->|=>)\s+(?<title>.+)$/is,
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
  { pattern: /^(?<target>.+?) should (?:say|read|be (?:called|named|titled))\s+(?<title>.+)$/is, patch: named },
  { pattern: /^(?:replace|swap|substitute) (?<target>.+?) (?:with|by|for)\s+(?<title>.+)$/is, patch: named },
  { pattern: /^call (?<target>it|that|this|#?\d+) (?<title>.+?)(?: instead)?$/is, patch: named },
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
  { pattern: /^prioriti[sz]e (?<target>.+?)[\s.!]*$/is, patch: () => ({ priority: "high" }) },
  { pattern: /^de-?prioriti[sz]e (?<target>.+?)[\s.!]*$/is, patch: () => ({ priority: "low" }) },
  {
    pattern: /^(?:remove|clear|delete) (?:the )?priority (?:of|from|on|for) (?<target>.+?)[\s.!]*$/is,
    patch: () => ({ priority: "none" }),
  },
  {
    pattern: new RegExp(
      `^(?<target>.+?)(?:'s)? (?:is|are|should be|needs to be|has|gets|has become|'s|must be)(?: now| actually| really)? (?:an? )?(?:really |very |super |quite |more |not )?${level}(?:[- ](?:priority|prio))?${end}`,
      "is",
    ),
    patch: ranked,
  },
  {
    pattern:
      /^(?<target>.+?) (?:is|are)(?:n'?t| not)(?: that| so| really| very)? (?:urgent|important)(?: any ?more)?[\s.!]*$/is,
    patch: () => ({ priority: "none" }),
  },
  // tags
  {
    pattern: new RegExp(
      `^(?:tag|label|categori[sz]e) (?<target>.+?) (?:with|as|under)(?: the)?(?: tags?| labels?)? ${tagList}${end}`,
      "isu",
    ),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(
      `^(?:add|put|attach|apply|give) (?:the |an? )?(?:tags?|labels?) ${tagList} (?:to|on) (?<target>.+?)${end}`,
      "isu",
    ),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(`^(?:add|put) (?:the )?${oneTag} (?:tag|label) (?:to|on) (?<target>.+?)${end}`, "isu"),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(
      `^(?:add|put|move) (?<target>.+?) (?:to|in|under|into) (?<tags>#[\\p{L}\\p{N}_-]+)${end}`,
      "isu",
    ),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(
      `^(?:add|put|attach) (?<tags>#[\\p{L}\\p{N}_-]+(?:(?:,? and |, ?| )#[\\p{L}\\p{N}_-]+)*) (?:to|on) (?<target>.+?)${end}`,
      "isu",
    ),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(
      `^(?:tag|label) (?<target>.+?) (?<tags>#[\\p{L}\\p{N}_-]+(?: #[\\p{L}\\p{N}_-]+)*|[\\p{L}\\p{N}_-]+)${end}`,
      "isu",
    ),
    patch: ({ tags }) => ({ addTags: tagsOf(tags) }),
  },
  {
    pattern: new RegExp(
      `^(?:remove|delete|take|drop|clear) (?:the )?(?:(?<sign>tags?|labels?) )?(?<tags>#?[\\p{L}\\p{N}_-]+) (?:from|off(?: of)?) (?<target>.+?)${end}`,
      "isu",
    ),
    patch: untagged,
  },
  { pattern: /^(?:untag|unlabel) (?<target>.+?)[\s.!]*$/is, patch: () => ({ tags: [] }) },
  {
    pattern: /^(?:remove|clear|delete) (?:all )?(?:the )?(?:tags|labels) (?:from|of|on|off) (?<target>.+?)[\s.!]*$/is,
    patch: () => ({ tags: [] }),
  },
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

/** Without "tag" or "#" the words may be a task's, or "it". */
function untagged({ tags, sign }: Record<string, string | undefined>): Patch | null {
  const isTag = sign !== undefined || tags?.startsWith("#");
  return isTag ? { removeTags: tagsOf(tags) } : null;
}

/** A change to a task that exists; null when the text asks for none. */
export function readUpdate(text: string, today: Today): Command | null {
  const reading = frameOf(text) ?? readMove(text, today) ?? retitled(text);
  if (!reading) return null;
  if (reading.question) return { do: "say", text: reading.question };
  const target = readTarget(reading.said, today);
  return target && { do: "update", target, patch: reading.patch };
}

function frameOf(text: string): Reading | null {
  for (const { pattern, patch } of frames) {
    const groups = pattern.exec(text)?.groups;
    const found = groups?.target && patch(groups);
    if (found && groups?.target) return { said: groups.target, patch: found };
  }
  return null;
}

/** "change X to Y", once Y is known to be no date, priority or tag. */
function retitled(text: string): Reading | null {
  const groups =
    /^(?:change|edit|update|turn|correct|switch|make) (?<target>.+?) (?:to|into|to say|to read)\s+(?<title>.+)$/is.exec(
      text,
    )?.groups;
  if (!groups?.target || !groups.title || findTags(groups.title).tags.length > 0) return null;
  const title = quoted(groups.title);
  return title ? { said: groups.target, patch: { title } } : null;
}
