import { openers } from "@/lib/words/english/requests";
import { actionVerbs } from "@/lib/words/english/verbs";
import { findWhen } from "@/lib/words/find-when";
import { type Today, todayIn } from "@/lib/words/today";
import { isTargeted, type Targeted } from "./command";
import { isService } from "./other-topics";
import { readComplete } from "./read-complete";
import { readThought } from "./read-create";
import { readDelete } from "./read-delete";
import { readFilter } from "./read-filter";
import { isChat } from "./read-talk";
import { readUpdate } from "./read-update";
import { taskFrom } from "./title";
import { aside, likely, type Reading } from "./weights";

/** A finite verb makes a sentence of what would otherwise be a list. */
export const hasVerb =
  /\b(?:is|are|was|were|has|have|had|isn'?t|aren'?t|wasn'?t|got|went|fell|came|told|said|swapped|forgot|cancelled|won'?t|can'?t|will|would|did|didn'?t)\b/i;

/** What is said of the assistant is nothing to do: "I want to call you Jarvis". */
const ofYou = /^(?:i|we) (?:want|would like|'d like|wanna|need|have) to \p{L}+ you\b/iu;

const wishes =
  /^(?:an? |some )?(?:recipe|directions|ride|taxi|cab|uber|lyft|advice|joke|flight|hotel|hug|alarm|timer|song|table)\b/i;

/** "I need to mow the lawn"; "I want to tweet a complaint" is a job for another assistant. */
export function readNeed(text: string, today: Today): Reading | null {
  if (ofYou.test(text)) return null;
  const command = readThought(text, today);
  if (command?.do !== "create" || !(isService(command.task.title) || wishes.test(command.task.title)))
    return likely(command);
  return serviceOf(command.task.title, today);
}

/** Verbs whose date is that of what is booked, played or said, not the day on which to do it. */
const atOnce = new Set(
  `set play wake find get book reserve order rent buy text message tell ask let search look show give email mail put turn switch
  change move reschedule rebook cancel request schedule make start stop`.split(/\s+/),
);

/** A job for another assistant is declined, and offered as something to do; with a date it is that already. */
export function serviceOf(text: string, today: Today, isAsked = false): Reading {
  const task = taskFrom(text, today);
  const [first = ""] = text.toLowerCase().split(/[\s,]+/);
  const isDeed = actionVerbs.has(first) && (task.due !== null || task.recurrence !== null);
  // What is due by a day, or on another day and no sooner, is kept for then; the rest is wanted now, or is the date of a booking.
  const isLater = findWhen(text, today).hasDay && task.due?.date !== todayIn(today) && !atOnce.has(first);
  const isFirm = !isAsked && (isLater || /\b(?:by|before)\b/i.test(text) || /^play .*\bwith\b/i.test(text));
  return isDeed && isFirm
    ? { command: { do: "create", task }, weight: "likely" }
    : aside({ do: "decline", ...(actionVerbs.has(first) ? { task } : {}), ...ofATask(text, today) });
}

/** "move my flight to tuesday" is for an airline, unless there is such a task. */
function ofATask(text: string, today: Today): { otherwise?: Targeted } {
  const change = readUpdate(text, today) ?? readDelete(text, today) ?? readComplete(text, today);
  return change && isTargeted(change) && change.target.kind === "words" ? { otherwise: change } : {};
}

const aboutPeople =
  /^(?:i|i'm|im|i've|ive|i'd|i'll|you|you're|youre|your|he|she|it|it's|its|they|we|we're|we've|that|that's|thats|this|there|there's|my name|who|nobody|everyone|everybody|someone|so|how|what|oh|no|yes|not)\b/i;

/** "honestly I could cry" */
const saysOfPeople = /^(?:[\p{L}']+,? ){0,3}(?:i|you|we|he|she|yer|i'm|i've|it's|you're|we're)\s+\p{L}+/iu;
/** What only somebody who knows things can do for one. */
export const asksAssistant =
  /^(?:give me|tell (?:me|us)|explain|describe|show me|repeat (?:that|it|what|after|yourself|the last)|read me|recommend|suggest|teach me|define|next (?:track|song|page|slide)|previous|skip|metronome|inform me|advise|calculate|guess|imagine|pretend|say|talk|speak|sing|answer)\b/i;
const pronouns = /\b(?:i|i'm|im|me|you|u|r|we|us|it|that|this|they|he|she|them)\b/i;

/** "today has been long" */
const feelsOfTime =
  /^(?:what a|ugh|omg|wow|man|god|today|tonight|this (?:week|morning|day)|yesterday)\b.* (?:is|was|has been|have been|feels|felt|sucks) /i;

/** A message with no verb of a command: something to do, when it begins with a verb or names a date. */
export function readBare(text: string, today: Today, isAsked: boolean): Reading {
  if (isService(text)) return serviceOf(text, today, isAsked);
  const task = taskFrom(text, today);
  const [first = "", second = ""] = text
    .toLowerCase()
    .replace(openers, "")
    .split(/[\s,]+/);
  // "that's high priority": of what was just spoken of.
  if (!task.title && task.priority !== "none" && !task.due && !task.recurrence)
    return { command: { do: "update", target: { kind: "it" }, patch: { priority: task.priority } }, weight: "request" };
  const length = task.title.split(/\s+/).length;
  if (!task.title || /^[^\p{L}\p{N}]*$/u.test(task.title)) return aside({ do: "unclear", task });
  if (asksAssistant.test(text)) return aside({ do: "decline" });
  if (aboutPeople.test(text) || saysOfPeople.test(text)) return aside({ do: "talk", topic: "chat" });
  // "everything friday to saturday": many tasks and a day are a move.
  const moved = /^(?:both|all|everything|the rest)\b/i.test(text) ? readUpdate(`move ${text}`, today) : null;
  if (moved) return { command: moved, weight: "request" };
  const filter = task.due === null ? readFilter(text, today) : null;
  if (filter) return { command: { do: "list", asks: "list", filter, about: filter.text ?? "" }, weight: "request" };
  if (/^(?:ha(?:ha)+|lo+l|lmao|bruh|bro|dude|oof|welp|yikes|sheesh)\b/i.test(text) && !actionVerbs.has(first))
    return aside({ do: "talk", topic: "chat" });
  if (feelsOfTime.test(text)) return aside({ do: "talk", topic: "chat" });
  const isVerbLed = actionVerbs.has(first) && second !== "";
  const hasMark = task.due !== null || task.recurrence !== null || task.tags.length > 0 || task.priority !== "none";
  if (isVerbLed || (hasMark && length <= 14)) return { command: { do: "create", task }, weight: "likely" };
  if (isChat(text) || hasVerb.test(text) || pronouns.test(text)) return aside({ do: "talk", topic: "chat" });
  return aside(length <= 5 ? { do: "unclear", task } : { do: "decline" });
}
