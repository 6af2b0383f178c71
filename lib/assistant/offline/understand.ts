import { openers, politeness } from "@/lib/words/english/requests";
import { findWhen } from "@/lib/words/find-when";
import { impossibleTime } from "@/lib/words/impossible-time";
import { readTask, type TaskWords } from "@/lib/words/read-task";
import type { Today } from "@/lib/words/today";
import { cannot, offered } from "./cannot";
import type { Command } from "./command";
import { readByCues } from "./cues";
import { guarded, isLetter, isSupposed, isTakenBack, toOthers, withException } from "./guards";
import { core, normalise } from "./normalise";
import { isCall, isService, isWorldly } from "./other-topics";
import { patchOf } from "./patch";
import { readWhole } from "./read-answer";
import { asksAssistant, readBare, readNeed, serviceOf } from "./read-bare";
import { readStory } from "./read-complete";
import { isUntitled, readBuried, readCreate, readTold } from "./read-create";
import { asksForTasks, isQuestion, readList } from "./read-list";
import { readOrder } from "./read-order";
import { listsParts, readParts } from "./read-parts";
import { readQuestion } from "./read-question";
import { readFirst, readRamble } from "./read-ramble";
import { readReminder, trailingReminder } from "./read-reminder";
import { readAboutTopic, readRequest, startsTask } from "./read-request";
import { wholeWhen } from "./read-stated";
import { readTalk } from "./read-talk";
import { readTarget } from "./read-target";
import { readUpdate } from "./read-update";
import { repaired } from "./repair";
import { reworded } from "./reworded";
import { type Part, split } from "./split";
import { taskFrom } from "./title";
import { isTooLong, tooLong } from "./too-long";
import { about, topicOf } from "./topic";
import { trailingNote } from "./trailing-note";
import { aside, type Reading, request } from "./weights";

/** Words → commands. Nothing is known here of tasks or of what was said before. */
export const understand = (text: string, today: Today): Command[] =>
  readings(text, today).map(({ command }) => offered(command, text));

/** What was understood, with how sure each reading is. */
export function readings(text: string, today: Today): Reading[] {
  if (isTooLong(text)) return [tooLong];
  const clean = repaired(reworded(withException(normalise(text))), today);
  if (isLetter(clean)) return [{ command: { do: "say", text: toOthers }, weight: "request" }];
  if (isTakenBack(clean)) return [{ command: { do: "answer", answer: "no" }, weight: "request" }];
  const supposed = isSupposed(clean) ? guarded(clean) : null;
  if (supposed) return [{ command: supposed, weight: "request" }];
  const whole = isService(clean) ? null : readWhole(clean, today);
  if (whole) return [{ command: whole, weight: "request" }];
  const listed = listsParts(core(clean)) ? readParts(core(clean), today) : null;
  if (listed) return listed.map((command): Reading => ({ command, weight: "request" }));
  const reminded = trailingReminder(clean);
  if (reminded)
    return [...readings(reminded.head, today), ...readings(reminded.tail, today)].filter(
      ({ weight }) => weight !== "aside",
    );
  const noted = withNote(clean, today);
  if (noted) return noted;
  const wanted = /^no,? (?:please )?(?:keep|leave|save) (?<target>(?:the|my) [^,.]+?)[.!]*$/i.exec(clean)?.groups
    ?.target;
  const back = wanted ? readTarget(wanted, today) : null;
  if (back) return [{ command: { do: "restore", target: back }, weight: "request" }];
  const parts = split(clean, today);
  const all = parts.map(
    (part, i) =>
      dated(parts[i - 1], part, today) ?? withTopic(readPart(part, today, parts.length === 1), parts[i - 1], today),
  );
  // A greeting, a thank-you or an explanation around a request is no request of its own.
  const isUndone = all.some(({ command }) => command.do === "undo");
  const said = all.filter(
    ({ command, weight }, i) =>
      weight !== "aside" &&
      !isTopic(parts[i], parts[i + 1]) &&
      !(isUndone && command.do !== "undo" && isTold.test(parts[i]?.text.replace(openers, "") ?? "")),
  );
  const requests = said.filter(({ weight }) => weight !== "told");
  if (all.length === 0) return [aside({ do: "talk", topic: "fine" })];
  return requests.length > 0 ? requests : said.length > 0 ? said : all.slice(0, 1);
}

/** A note after the only request of a message belongs to its task. */
function withNote(text: string, today: Today): Reading[] | null {
  const found = trailingNote(text);
  if (!found) return null;
  const [only, ...others] = readings(found.head, today).filter(({ weight }) => weight !== "aside");
  if (!only || others.length > 0) return null;
  const { command } = only;
  if (command.do === "create") return [{ ...only, command: { ...command, notes: found.note } }];
  return command.do === "update"
    ? [{ ...only, command: { ...command, patch: { ...command.patch, description: found.note } } }]
    : null;
}

/** "monday is going to be hell": how a day will be is nothing to do. */
const ofTheDay =
  /^(?:today|tonight|tomorrow|(?:this|next) (?:week(?:end)?|month|morning|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?:(?:is (?:gonna|going to)|will|'ll) be|is (?=(?:so|too|very|really|such|just|gonna|already)\b)|feels|looks) (?!(?:the|my|our|when|for|due)\b|\d)[\p{L} ]+[\s.!]*$/iu;

/** "that was yesterday. undo": what is told beside it says why. */
const isTold = /^(?:i|we|that|this|it|they|those)\b/i;

/** "all due friday, #zephyr, high priority": what holds for the tasks before it. */
function forAll(text: string, today: Today): Command {
  const { due, recurrence, priority, tags } = readTask(`due ${text}`, today);
  return {
    do: "update",
    target: { kind: "them" },
    patch: {
      ...(due && { due, hasDay: true }),
      ...(recurrence && { recurrence }),
      ...(priority !== "none" && { priority }),
      ...(tags.length > 0 && { addTags: tags }),
    },
  };
}

/** That something fell through tells why, when more is asked for. */
const weighed = (command: Command | null, text: string): Reading | null =>
  command && { command, weight: command.do === "delete" && happened.test(text) ? "told" : "request" };
const happened =
  /^(?!(?:i|we)\b).+ (?:fell through|bailed|pulled out|backed out|cancell?ed|called off|(?:is|are|was|were|got) (?:\w+ )?(?:off|cancell?ed))[\s.!]*$/i;

/** "that meeting with HR? shift it to 4": a part that names a thing and asks nothing is what the next part's "it" is. */
function withTopic({ command, weight }: Reading, before: Part | undefined, today: Today): Reading {
  if (!before || weight !== "request") return { command, weight };
  if (!isTopic(before, before) && readPart(before, today).weight !== "aside") return { command, weight };
  return { command: about(command, before.text, today), weight };
}

/** "the 1:1 with Gerard? next thursday" */
function dated(before: Part | undefined, part: Part, today: Today): Reading | null {
  const when = isTopic(before, part) ? wholeWhen(part.text.replace(/[.!]+$/, ""), today) : null;
  const target = when && readTarget(topicOf(before?.text ?? ""), today);
  return target && { command: { do: "update", target, patch: patchOf(when) }, weight: "request" };
}

/** "that meeting with HR? shift it to 4": a question with no question in it, and more to come. */
function isTopic(part: Part | undefined, next: Part | undefined) {
  return part !== undefined && next !== undefined && /^[^.!\n]{3,60}\?\s*$/.test(part.text) && !asking.test(part.text);
}
const asking =
  /^(?:and |so |ok )?(?:what|when|where|who|whose|which|how|why|is|are|am|was|were|do|does|did|can|could|will|would|should|shall|may|might|have|has|had|any|anything|today|tonight|tomorrow|this|next|\w+day)\b/i;

function readPart({ text, isItem }: Part, today: Today, isAlone = false): Reading {
  const guard = guarded(text) ?? (isItem ? null : (cannot(core(text)) ?? cannot(text)));
  if (guard) return { command: guard, weight: isAlone ? "request" : "aside" };
  const plain = core(text);
  if (
    /^(?:many )?(?:thanks|thank you|cheers|ta|bye|good ?night|night night)\b/i.test(text) &&
    !asked.test(text) &&
    text.length < 120
  )
    return aside({ do: "talk", topic: "thanks" });
  if (!plain) return aside(readTalk(text) ?? { do: "decline" });
  if (afterword.test(plain) && !isAlone) return aside({ do: "talk", topic: "fine" });
  if (ofTheDay.test(plain)) return aside({ do: "talk", topic: "chat" });
  const talk = readTalk(text) ?? readTalk(plain);
  if (talk) return aside(talk);
  if (isCall(plain) && isAlone) return serviceOf(plain, today);
  const impossible = impossibleTime(text);
  if (impossible) {
    const sentence = `${impossible} is no time of day, so I did nothing. Say one up to 23:59, such as 17:00.`;
    return { command: { do: "say", text: sentence }, weight: "request" };
  }
  const ofOrder = isItem ? null : (readReminder(plain, today) ?? readOrder(plain, today));
  if (ofOrder) return { command: ofOrder, weight: "request" };
  const [ofParts, ...more] = isItem ? [] : (readParts(plain, today) ?? []);
  if (ofParts && more.length === 0) return { command: ofParts, weight: "request" };
  const arrow = isItem && /[-=]>|→|⇒/.test(plain) ? readUpdate(plain, today) : null;
  if (arrow) return { command: arrow, weight: "request" };
  if (isItem && !firm.test(plain)) return { command: { do: "create", task: itemOf(plain, today) }, weight: "request" };
  if (isUntitled(plain))
    return { command: { do: "create", task: { ...taskFrom(plain, today), title: "" } }, weight: "request" };
  const shared = /^(?:all|both|each|they|those)(?: of (?:them|those))?(?:'re| are| is)? due (?<when>.+)$/i.exec(plain)
    ?.groups?.when;
  if (shared) return { command: forAll(shared, today), weight: "request" };
  const told = readTold(plain, today);
  if (told) return { command: told, weight: "request" };
  if (isQuestion(plain) && !(startsTask(plain) && !/^(?:do|have)\b/i.test(plain))) return readQuestion(plain, today);
  return (
    weighed(readRequest(plain, today), plain) ??
    (isService(plain) ? serviceOf(plain, today) : null) ??
    request(readAboutTopic(plain, today)) ??
    readRamble(plain, today) ??
    request(readRequest(plain.replace(why, ""), today)) ??
    readFirst(plain, today) ??
    storyOf(plain, today) ??
    request(readList(plain, today)) ??
    readNeed(plain, today) ??
    (startsTask(plain) ? null : request(readByCues(plain, today))) ??
    (!startsTask(plain) && isWorldly(plain) && !asksForTasks(plain) && !isPlanned(plain, today)
      ? serviceOf(plain, today)
      : null) ??
    (asksAssistant.test(plain) ? null : request(readBuried(plain, today))) ??
    readBare(plain, today, politeness.test(text.replace(openers, "")))
  );
}

const asked =
  /\b(?:add|remind|move|delete|remove|mark|cancel|put|buy|call|push|undo|show|list|need|change|set|tick|make|also|what|when|how|can|could)\b/i;

/** What is said after the thing itself, and nothing without it. */
const afterword =
  /^(?:remind (?:me|us)|get rid(?! of)|(?:amend|adjust|update|change|fix|correct) (?:it|that|this)|(?:note|add|save|write|put|get|pop|stick) (?:it|that|them|those|these|all(?: of (?:them|that))?)(?: (?:in|on|down|up))?)(?: (?:about|of|to|on) (?:it|that|(?:my|the) (?:list|calendar|diary)))?[\s.!?]*$/i;

/** Why something is asked for, after it. */
const why =
  /,\s+(?:it|they|half|because|since|i|we|he|she|there|some|found|got|bought|as|it's|they're|i'm|we're|i've|we've)\b[^,]*$/i;

const firm =
  /^(?:delete|remove|mark .+ (?:as )?(?:done|complete\w*|finished)|move .+ to|rename|undo|restore|reopen|show|what|which|how many|reschedule|postpone|push|tag .+ (?:with|as)|set the|add (?:a |the )?(?:note|tag|label)|add|create|remind|make .+ (?:priority|urgent)|mark)\b/i;

function itemOf(text: string, today: Today): TaskWords {
  const created = readCreate(text, today);
  return created?.do === "create" ? created.task : taskFrom(text, today);
}

/** "football training every other saturday": a topic of the world with a date of one's own. "weather tomorrow" is too short for one. */
function isPlanned(text: string, today: Today) {
  const { due, recurrence, rest } = findWhen(text, today, { isTask: true });
  return recurrence !== null || (due !== null && rest.split(/\s+/).length >= 3 && !isQuestion(text));
}

/** What one did oneself is told to be ticked off; what happened may only be told beside a request. */
function storyOf(text: string, today: Today): Reading | null {
  const command = readStory(text, today);
  return command && { command, weight: /^(?:i|we)\b/i.test(text) ? "request" : "told" };
}
