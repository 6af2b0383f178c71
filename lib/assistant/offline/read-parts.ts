import type { Today } from "@/lib/words/today";
import type { Command, Target } from "./command";
import { readTarget } from "./read-target";
import { taskFrom } from "./title";

/** What people call a part of a task, and how they speak of being one. */
const part = "(?:sub-? ?tasks?|sub-? ?items?|parts?|steps?|child(?:ren)?(?: tasks?)?|pieces?)";
const asPart = `(?:as |to be |into )?(?:an? |one |the )?${part} (?:of|to|for|under|in)`;
/** "#12", "the kitchen task", "my move": a whole task, never a place or a thing. */
const whole =
  "(?<whole>(?:(?:the |task )?#\\d+|task \\d+|(?:the|my|our|that) .+?|it|that|this)(?: (?:task|one|project|to-?do))?)";
/** Under something that is called a task, or told by its number. */
const wholeTask =
  "(?<whole>(?:the |task )?#\\d+|task \\d+|(?:(?:the|my|our|that) )?[^,]+? (?:task|one|project|to-?do)|(?:it|that|this)(?: (?:task|one))?)";
const end = "(?: (?:please|now|too|as well))*[\\s.!]*$";
const adds = "(?:add|create|insert|include|note|pop|stick)";
const isUnder = "(?:under|beneath|underneath|below|inside|within)";

const creates: RegExp[] = [
  new RegExp(`^${adds} (?<title>.+?) ${asPart} ${whole}${end}`, "is"),
  new RegExp(
    `^${adds} (?:an? )?(?:new )?${part}(?: called| named)?:? (?<title>.+?) (?:to|under|for|of|in) ${wholeTask}${end}`,
    "is",
  ),
  new RegExp(`^${adds} (?<title>(?!(?:it|that|this|them|the|my|#\\d)\\b).+?) ${isUnder} ${wholeTask}${end}`, "is"),
];
/** "add subtasks to the move: pack, call the bank and hire a van" */
const createMany: RegExp[] = [
  new RegExp(
    `^(?:${adds} )?(?:an? |the |these |some |new )*${part} (?:to|under|for|of|in) ${whole}\\s*[:–]\\s*(?<titles>.+)$`,
    "is",
  ),
  new RegExp(
    `^(?:split|break(?: up| down)?|divide) ${whole}(?: up| down)?\\s*(?::| (?:in|into|to)(?: (?:\\w+ )?${part})?:?)\\s+(?<titles>.+)$`,
    "is",
  ),
];
const joins: RegExp[] = [
  new RegExp(
    `^(?:move|put|nest|file|group) (?<target>it|that|this|them|those|these|both|all of (?:them|those)) ${isUnder} ${whole}${end}`,
    "is",
  ),
  new RegExp(`^(?:make|turn|set|mark|move|put|have) (?<target>.+?) ${asPart} ${whole}${end}`, "is"),
  new RegExp(
    `^(?:move|put|nest|file|group) (?<target>(?:(?:the|my|our|that) .+?|it|that|this|them|#\\d+)) ${isUnder} ${wholeTask}${end}`,
    "is",
  ),
  new RegExp(
    `^(?<target>(?:the|my|our|that|#\\d+).*?) (?:is|are|belongs?|should be|goes) (?:an? |really )?(?:${part} (?:of|to)|${isUnder}) ${whole}${end}`,
    "is",
  ),
];
const leaves: RegExp[] = [
  new RegExp(
    `^(?:make|turn|set) (?<target>.+?) (?:into )?(?:an? |its |their )?(?:separate|own|independent|top-level|stand-?alone) ?(?:task|to-?do|one|again)?${end}`,
    "is",
  ),
  new RegExp(`^(?:take|move|pull|get) (?<target>.+?) out (?:of|from) (?:under )?${wholeTask}${end}`, "is"),
  new RegExp(`^(?<target>.+?) (?:is|are) (?:not|no longer) (?:an? )?${part} of .+$`, "is"),
];
const asks: RegExp[] = [
  new RegExp(
    `^(?:what|which)(?:'s|s| is| are|'re)? (?:(?:all|still|left|open|the|in|of) )*(?:the |its )?${part}(?: (?:are (?:there|left)|left|still open|remain(?:ing)?))? (?:of|for|to|under|in|does|do|has|left in) ${whole}(?: (?:have|has|need|contain|left))?[\\s?.!]*$`,
    "is",
  ),
  new RegExp(
    `^(?:show|list|display|read)(?: me| us)? (?:all )?(?:the |its )?(?:open |remaining )?${part} (?:of|for|to|under|in) ${whole}[\\s?.!]*$`,
    "is",
  ),
  new RegExp(
    `^how many ${part} (?:does|do|are (?:there |left )?(?:in|under|of|for)|has) ${whole}(?: (?:have|still have|has))?(?: left)?[\\s?.!]*$`,
    "is",
  ),
  new RegExp(
    `^what(?:'s|s| is| are)? (?:(?:still|all) )*(?:left |open |there |to do |remaining )*(?:under|in|of) ${wholeTask}[\\s?.!]*$`,
    "is",
  ),
];

const matched = (patterns: RegExp[], text: string) =>
  patterns.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups?.whole ?? groups?.target ?? null) ??
  null;

const targetOf = (words: string | undefined, today: Today): Target | null => {
  const target = words ? readTarget(words.replace(/ (?:task|one|project|to-?do)$/i, ""), today) : null;
  return target?.kind === "bulk" || target?.kind === "them" ? null : target;
};

/** Parts that stand in a row after a task: a message of its own, whatever words join them. */
export const listsParts = (text: string) => createMany.some((pattern) => pattern.test(text));

/** What is said of the parts of a task: new ones, one that becomes or ceases to be one, and which there are. */
export function readParts(text: string, today: Today): Command[] | null {
  const asked = targetOf(matched(asks, text)?.whole, today);
  if (asked) return [{ do: "list", asks: "parts", filter: { view: "all" }, about: "", under: asked }];
  const several = matched(createMany, text);
  const under = targetOf(several?.whole, today);
  const titles = several?.titles?.split(/\s*[,;]\s*(?:and )?|\s+and\s+/i).filter((title) => /\p{L}/u.test(title)) ?? [];
  // "split the logs in pieces" names no parts.
  if (under && (titles.length > 1 || (titles.length === 1 && text.includes(":"))))
    return titles.map((title) => ({ do: "create", task: taskFrom(title.replace(/[\s.!]+$/, ""), today), under }));
  const made = matched(creates, text);
  const its = targetOf(made?.whole, today);
  const isReference = /^(?:it|that|this|them|these|those|(?:the|my) .+|#?\d+)$/i.test(made?.title ?? "");
  if (made?.title && its && !isReference) return [{ do: "create", task: taskFrom(made.title, today), under: its }];
  const joined = matched(joins, text) ?? (made && isReference ? { target: made.title, whole: made.whole } : null);
  const [child, parent] = [joined?.target ? readTarget(joined.target, today) : null, targetOf(joined?.whole, today)];
  if (child && parent) return [{ do: "update", target: child, patch: {}, under: parent }];
  const left = matched(leaves, text)?.target;
  const single = left ? readTarget(left, today) : null;
  return single ? [{ do: "update", target: single, patch: { parent: null } }] : null;
}
