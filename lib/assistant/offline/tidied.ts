import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import { readTarget } from "./read-target";
import type { Read } from "./ready";

const alsoAtEnd = /,?\s+(?:as well|too|also|in addition)(?:\s+(?:please|then))?$/i;
const levelAtEnd = /\s+(?:(?:to|as|a|be|is) )*(?<level>high|medium|low|top|urgent)(?:[- ]priority)?(?:,? and)?$/i;
/** "… but keep the task", "… was right after all", "… same time" */
const noTitle =
  /^(?:was|were|is|are|isn'?t|wasn'?t) \S|^(?:(?:at )?(?:the )?same (?:time|day|place))$|^(?:(?:but|and|just) )*(?:keep|leave) (?:it|them|that|those|(?:the|my) (?:tasks?|rest|others?|date))\b/i;

/** What stands in a command's words and is no part of a title. */
export function tidied(commands: Command[], read: Read, today: Today): Command[] {
  const kept = commands.filter((command) => !(command.do === "create" && noTitle.test(command.task.title)));
  return (kept.length > 0 ? kept : commands).map((command, i) =>
    withoutAlso(withPlainTarget(withLevel(i > 0 ? ofTheLast(command, read) : command), today)),
  );
}

/** "add the tax folder, tag it finance": in a list of things to add, what is to be done with "it" is none of them. */
function ofTheLast(command: Command, read: Read): Command {
  if (
    command.do !== "create" ||
    !/^(?:tag|label|mark|make|set|move|rename|call) (?:it|that|them)\b/i.test(command.task.title)
  )
    return command;
  const { title, tags } = command.task;
  const [only, ...others] = read([title, ...tags.map((tag) => `#${tag}`)].join(" "));
  const changed: Command | undefined =
    only?.do === "correct" && only.patch && !only.target
      ? { do: "update", target: { kind: "it" }, patch: only.patch }
      : only;
  return changed?.do === "update" && others.length === 0 ? changed : command;
}

/** "the rest can go to monday": what is said of a thing is no part of its name; "the title" and "all of those" are references. */
function withPlainTarget(command: Command, today: Today): Command {
  if (!("target" in command) || command.do === "correct" || command.target?.kind !== "words") return command;
  const { text } = command.target;
  if (noName.test(text)) return { ...command, target: { kind: "it" } };
  if (allOfThose.test(text)) return { ...command, target: { kind: "them" } };
  const name = text.replace(modalAtEnd, "");
  const target = name && name !== text ? readTarget(name, today) : null;
  return target ? { ...command, target } : command;
}
/** "change the title to farewell lunch" */
const noName = /^(?:the|its|the (?:title|name)(?: of (?:it|that))?|(?:title|name))$/i;
/** "did all of those yesterday, forgot to tick" */
const allOfThose =
  /^(?:do |did |done )?(?:all|both|each|every one)(?: of)? (?:them|those|these)\b(?! (?:but|except|apart|not)\b)/i;
const modalAtEnd =
  /\s+(?:can|could|should|must|will|would|may|might|has to|have to|needs? to|ought to|i'?ll|we'?ll|is|are)$/i;

/** "ok, add capers as well" */
function withoutAlso(command: Command): Command {
  if (command.do !== "create") return command;
  const title = command.task.title.replace(alsoAtEnd, "");
  return title && title !== command.task.title ? { ...command, task: { ...command.task, title } } : command;
}

/** "make the gutters high priority and due sunday": the level belongs to what changes. */
function withLevel(command: Command): Command {
  if (command.do !== "update" || command.target.kind !== "words" || command.patch.priority) return command;
  const found = levelAtEnd.exec(command.target.text);
  const text = command.target.text.slice(0, found?.index).trim();
  const said = found?.groups?.level?.toLowerCase();
  if (!said || !text) return command;
  const priority = said === "medium" || said === "low" ? said : "high";
  return { ...command, target: { kind: "words", text }, patch: { ...command.patch, priority } };
}
