import { findWhen } from "@/lib/words/find-when";
import type { Today } from "@/lib/words/today";
import { actionVerbs } from "@/lib/words/verbs";
import type { Command } from "./command";
import { listNoun, presentOf } from "./lexicon";
import { taskFrom } from "./read-create";
import { readTarget } from "./read-target";

const fromList = `(?:\\s+(?:from|off|off of|on|in|out of) (?:${listNoun}|there))?[\\s.!]*$`;
const done = "(?:done|completed?|finished|as done|ticked off|checked off|sorted)";

const undo =
  /^(?:undo|revert|roll ?back|reverse|take back)(?: (?:that|it|this|the last (?:one|change|thing|action|step|edit)|my last (?:change|action)|what you (?:just )?did|your last (?:change|action)|last|the (?:previous|latest) (?:change|action|one)|everything you just did|those|these|them|all that|the changes?|please))*[\s.!]*$|^(?:take (?:that|it) back|put (?:it|that|them|everything) back(?: (?:the way|how|as) (?:it|they) (?:was|were))?|go back|step back|scratch that|strike that|(?:that|this|it) was (?:a mistake|wrong|an accident|not what i (?:meant|wanted))|(?:i )?didn'?t mean (?:to do )?that|ctrl[ +-]?z|oops,? undo.*|no,? undo.*|un-?do .*(?:that|it)|change (?:it|that) back)[\s.!]*$/i;

export function readUndo(text: string): Command | null {
  return undo.test(text) ? { do: "undo" } : null;
}

const restores: RegExp[] = [
  /^(?:restore|undelete|un-delete|recover|resurrect|reinstate|retrieve|salvage)\s+(?<target>.+?)(?: (?:from|out of) (?:the |my )?(?:bin|trash))?[\s.!]*$/i,
  /^(?:bring|get|put|take|add|move) (?<target>.+?) (?:back(?: again)?(?: (?:from|out of|to|on|onto|into|in) .*)?|(?:from|out of) (?:the |my )?(?:bin|trash)(?: .*)?)[\s.!]*$/i,
  /^(?:bring|get|put) back (?<target>.+?)[\s.!]*$/i,
  /^(?:undo (?:the )?(?:deletion|delete|deleting|removal|removing)(?: of)?|undo deleting) (?<target>.+?)[\s.!]*$/i,
];

export function readRestore(text: string, today: Today): Command | null {
  const target = firstTarget(restores, text, today);
  return target && { do: "restore", target };
}

const reopens: RegExp[] = [
  /^(?:re-?open|un-?check|un-?tick|un-?complete|un-?mark|un-?finish|re-?activate|un-?cross|un-?do)\s+(?<target>.+?)(?: as (?:done|complete[d]?|finished))?[\s.!]*$/i,
  /^(?:mark|set|flag|put|change|make|move|turn|switch)\s+(?<target>.+?)\s+(?:back )?(?:as |to |to be |back to |is )?(?:not (?:yet )?(?:done|completed?|finished)|undone|incomplete|uncompleted?|unfinished|open(?: again)?|to-?do|pending|active|not done yet)[\s.!]*$/i,
  /^(?<target>.+?)\s+(?:is|are|was|were)(?: not|n'?t)(?: actually| really| yet)? (?:done|completed?|finished)(?: yet| after all| actually)*[\s.!]*$/i,
  /^(?:i|we) (?:didn'?t|did not|haven'?t|have not|never)(?: actually| really| yet)? (?:finish(?:ed)?|complete[d]?|do|done|get to|got(?:ten)? to)\s+(?<target>.+?)(?: yet| after all)*[\s.!]*$/i,
];

const completes: RegExp[] = [
  new RegExp(
    `^(?:mark|set|flag|put|change|make|move|turn|check|tick|label|record|log|note)\\s+(?<target>.+?)\\s+(?:off )?(?:as |to |is |are |being )?(?:all )?(?:${done}|complete|over|closed|achieved|off)${fromList}`,
    "i",
  ),
  new RegExp(`^(?:mark|set|flag) (?:as )?(?:${done}|complete):?\\s+(?<target>.+?)${fromList}`, "i"),
  new RegExp(`^(?:check|tick|cross|strike|mark|scratch)(?: off|ed off| out)\\s+(?<target>.+?)${fromList}`, "i"),
  new RegExp(`^(?:check|tick|cross|strike|scratch)\\s+(?<target>.+?)\\s+(?:off|out)${fromList}`, "i"),
  new RegExp(`^(?:tick|complete|close(?: out)?|resolve|accomplish)\\s+(?<target>.+?)${fromList}`, "i"),
  /^(?:(?:i|we)(?:'m|'re| am| are)? )?(?:all |already |just |finally |now )*(?:done|finished|through)(?: up)? with\s+(?<target>.+?)(?: (?:now|already|today))?[\s.!]*$/i,
  /^(?:(?:i|we)(?:'ve| have)? )?(?:just |already |finally |now )*(?:finished|completed|accomplished|wrapped up|knocked out|done|ticked off|crossed off|checked off)\s+(?<target>.+?)(?: (?:now|already|today|yesterday|this morning|last night|earlier|just now))?[\s.!]*$/i,
  /^(?:(?:i|we)(?:'ve| have)? )(?:just |already |finally |now )*(?:did|got)\s+(?<target>it|that|this|them|those|both|the .+?|#?\d+|.+? (?:done|finished|sorted))(?: (?:now|already|today|yesterday))?[\s.!]*$/i,
  /^(?<target>.+?)(?:'s|'re)? ?(?:(?:is|are|was|were|has been|have been|got|is now|are now)?\s*(?:all |already |now |finally |both )*(?:done|completed?|finished|sorted|taken care of|over and done with|wrapped up|dealt with|ticked off)(?: (?:now|already|too|today|as well))?)[\s.!]*$/i,
  /^(?:done|finished|completed?)\s*[:–-]\s*(?<target>.+?)[\s.!]*$/i,
];

/** What was done, told as a story: "I called mum". */
const story =
  /^(?:(?:i|we)(?:'ve| have)?(?: both)? )?(?:(?:just|already|finally|now|actually|also) )*(?<verb>[a-z-]+)\s+(?<object>.+?)(?: (?:now|already|just now|earlier(?: today)?|this (?:morning|afternoon|evening)|today|yesterday|last night|an hour ago|btw))*[\s.!]*$/i;

export function readComplete(text: string, today: Today): Command | null {
  const open = firstTarget(reopens, text, today);
  if (open) return { do: "complete", target: open, completed: false };
  const target = firstTarget(completes, text, today);
  if (target)
    return withNew({ do: "complete", target, completed: true }, /^(?:complete|close|resolve|finish)\b/i, text, today);
  const finish = /^(?:finish|check)(?: up| off)? (?<target>.+)$/i.exec(text)?.groups?.target;
  const finished = finish && readTarget(finish, today);
  if (!finished || findWhen(text, today).due) return readStory(text);
  if (finished.kind !== "words") return { do: "complete", target: finished, completed: true };
  if (/^check/i.test(text)) return null;
  return { do: "complete", target: finished, completed: true, orCreate: taskFrom(text, today), isSurelyTask: true };
}

function readStory(text: string): Command | null {
  const groups = story.exec(text)?.groups;
  const past = groups?.verb ?? "";
  const verb = presentOf(past);
  if (!verb || !groups?.object || verb === past.toLowerCase()) return null;
  // These tell of anything, or are no past at all, unless it is something definite that was done.
  const isOwn = /^(?:the|my) /i.test(groups.object);
  const isVague = /^i\b|^we\b/i.test(text)
    ? /^got$/i.test(past)
    : /^(?:set|put|let|cut|read|got|left|saw|said|made)$/i.test(past);
  if (isVague && !isOwn) return null;
  return { do: "complete", target: { kind: "words", text: `${verb} ${groups.object}` }, completed: true };
}

const deletes: RegExp[] = [
  new RegExp(
    `^(?:delete|remove|erase|(?:trash|bin|toss|dump|kill)(?= (?:the|my|that|it|this|those|these|them|all|every|#?\\d))|discard|scrap|drop(?! off| by| in)|cancel|clear(?: out| away| off)?|get rid of|throw (?:out|away)|dump|ditch|kill|nuke|wipe(?: out)?|purge|del|rm|take out|cross out|eliminate|dismiss|toss(?: out)?)\\s+(?<target>.+?)${fromList}`,
    "i",
  ),
  new RegExp(
    `^(?:take|cross|throw|get|knock|strike|scratch|wipe)\\s+(?<target>.+?)\\s+(?:off|off of|out of|from|away)(?: (?:${listNoun}|there))?[\\s.!]*$`,
    "i",
  ),
  /^(?:forget(?: about)?|never ?mind(?: about)?|skip|scratch) (?<target>(?:the|my|that|#?\d).*?)[\s.!]*$/i,
  /^(?:(?:i|we) (?:don'?t|do not|no longer|won'?t) (?:need|have|want)(?: to)? )(?<target>.+?)(?: (?:any ?more|any longer|now|on (?:my|the) list))*[\s.!]*$/i,
  /^(?<target>.+?) (?:is|are)(?: no longer|n'?t| not) (?:needed|necessary|relevant|required|happening|going to happen)(?: any ?more)?[\s.!]*$/i,
  /^(?<target>.+?) (?:has been|have been|was|were|is|got) (?:cancell?ed|called off)[\s.!]*$/i,
];

export function readDelete(text: string, today: Today): Command | null {
  const whole =
    /^(?:clear|empty|wipe|reset|clean(?: up| out)?|delete|remove|erase)(?: out)? (?:my |the |this )?(?:entire |whole |to[- ]?do |task )*(?:list|tasks|everything|all)(?: of (?:it|them))?[\s.!]*$/i;
  if (whole.test(text)) return { do: "delete", target: { kind: "bulk", filter: { view: "all" } } };
  const target = firstTarget(deletes, text, today);
  return (
    target &&
    withNew({ do: "delete", target }, /^(?:cancel|clear|remove|drop|take|dump|throw|toss|scrap|wipe)\b/i, text, today)
  );
}

/**
 * Some verbs are as often a task of their own: "cancel the gym membership". Then the words may be a new task when no
 * task fits them; with a date they surely are.
 */
function withNew(
  command: Extract<Command, { do: "complete" | "delete" }>,
  verbs: RegExp,
  text: string,
  today: Today,
): Command {
  if (command.target.kind !== "words" || !verbs.test(text)) return command;
  const isTask =
    actionVerbs.has((text.split(" ")[0] ?? "").toLowerCase()) ||
    /^(?:complete|take|dump|throw|toss|scrap)\b/i.test(text);
  if (!isTask || /\b(?:list|tasks?|ones?)\b/i.test(text)) return command;
  const task = taskFrom(text, today);
  return findWhen(text, today).due && !/^(?:complete|remove)\b/i.test(text)
    ? { do: "create", task }
    : { ...command, orCreate: task };
}

function firstTarget(patterns: RegExp[], text: string, today: Today) {
  for (const pattern of patterns) {
    const said = pattern.exec(text)?.groups?.target;
    const target = said && readTarget(said.replace(/ (?:done|finished|sorted)$/i, ""), today);
    if (said && target && target.kind === "bulk") return readTarget(`${said} ${dayAfter(text, said)}`, today);
    if (target) return target;
  }
  return null;
}

/** "I finished everything today": of many tasks the day tells which. */
function dayAfter(text: string, said: string) {
  const after = text.slice(text.indexOf(said) + said.length);
  return /\b(?:today|yesterday|this morning|last night)\b/i.exec(after)?.[0] ?? "";
}
