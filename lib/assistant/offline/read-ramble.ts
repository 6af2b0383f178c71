import { ownVerbs } from "@/lib/words/english/requests";
import { findWhen } from "@/lib/words/find-when";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import { core } from "./normalise";
import { hasVerb } from "./read-bare";
import { readThought } from "./read-create";
import { readRequest } from "./read-request";
import { isChat, readTalk } from "./read-talk";
import { about } from "./topic";
import { type Reading, request } from "./weights";

/** "i dropped spanish so delete anything about spanish": in a long sentence the request may come after what led to it. */
export function readRamble(text: string, today: Today): Reading | null {
  const clauses = text.split(/\s*[,;–—]\s+(?:(?:so|and|but|then) )*|\s+(?:so|but)\s+/i);
  if (clauses.length < 2 || (!isChat(text) && !hasVerb.test(text))) return null;
  for (const [i, clause] of clauses.entries()) {
    const plain = core(clause);
    // What stands alone must say what it is about, or be about what was said before.
    const command =
      i === 0 || !plain
        ? null
        : (readRequest(plain, today) ?? (readTalk(plain) || !isChat(text) ? null : readThought(plain, today)));
    if (command) return request(withDateOf(about(command, clauses[i - 1] ?? "", today), text, today));
  }
  return null;
}

/** "they come on monday, so put inspection in": the date was said before. */
function withDateOf(command: Command, text: string, today: Today): Command {
  if (command.do !== "create" || command.task.due || command.task.recurrence) return command;
  const { due, recurrence } = findWhen(text, today, { isTask: true });
  return { ...command, task: { ...command.task, due, recurrence } };
}

/** "empty my list, fresh start": what follows an order that is whole is no part of it. */
export function readFirst(text: string, today: Today): Reading | null {
  const [first = "", ...others] = text.split(/,\s+/);
  const command =
    others.length > 0 && ownVerbs.has(first.toLowerCase().split(" ")[0] ?? "") ? readRequest(first, today) : null;
  return command && command.do !== "create" ? request(command) : null;
}
