import { findWhen } from "@/lib/words/find-when";
import { priorityOf } from "@/lib/words/read-task";
import { readShift } from "@/lib/words/shift";
import type { Today } from "@/lib/words/today";
import type { Command, Target } from "./command";
import { guarded } from "./guards";
import { core } from "./normalise";
import { patchOf } from "./patch";
import { isQuestion } from "./read-list";
import { wholeWhen } from "./read-stated";
import { readTarget } from "./read-target";
import { readRecall, readRedo, readUndo } from "./read-undo";
import { readUpdate } from "./read-update";
import { isEverything, isNo, isYes } from "./short-answer";

/** Messages that only make sense as a whole: an answer, a correction, "undo", a bare reference. */
export function readWhole(text: string, today: Today): Command | null {
  if (guarded(text)) return null;
  const plain = text.replace(/\s+(?:please|pls)[.!]*$/i, "");
  const request = core(plain);
  const taken = readUndo(plain) ?? readUndo(request) ?? readRedo(plain) ?? readRecall(plain) ?? readRecall(request);
  if (taken) return taken;
  if (isNo(plain)) return { do: "answer", answer: "no" };
  if (isYes(plain)) return { do: "answer", answer: "yes" };
  if (isEverything(plain.replace(/\s+(?:actually|then)[\s.!]*$/i, ""))) return { do: "answer", answer: "all" };
  const same =
    /^(?:(?:and )?(?:do )?the same (?:thing )?(?:with|for|to)|same (?:for|with|thing (?:for|with))|likewise|(?:and )?also|ditto(?: for)?|do (?:it|that) (?:for|to|with)) (?<target>(?:the|that|#?\d|my).*?)(?: too| as well)?[\s.!]*$/i.exec(
      plain,
    )?.groups?.target;
  const sameTarget = same && readTarget(same, today);
  if (sameTarget) return { do: "same", target: sameTarget };
  return readCorrection(plain, today) ?? readPick(plain, today);
}

const correction =
  /^(?:(?:no|nope|nah|not (?:that|this)(?: one| task)?|wait|sorry|oops|hmm|hold on|on second thou?ghts?|wrong(?: one)?|correction|actually|ah|oh)(?:[\s,.!-]+|$))*(?:(?:i (?:mean|meant)(?: to say)?|i said|it should be|should be|rather|make (?:it|that)(?: just| only)?|not .+?,|but|instead|it'?s|that should be|i wanted)[\s,:]+)*(?<rest>.+?)(?: (?:instead|i meant|rather|actually|sorry|again|only|then))*[\s.!]*$/i;
const correctionStart =
  /^(?:no|nope|nah|not|wait|sorry|oops|hold on|on second thou?ghts?|wrong|correction|actually|i mean|i meant|i said|make (?:it|that)|rather|should be|it should be|that should be|i wanted|ah|oh no)\b/i;

/** "can we do 4 instead?" */
const proposed =
  /^(?:(?:ok|so|and|hm+|actually|or)[\s,]+)*(?:can|could|shall|should|what if|maybe|let'?s) ?(?:we|you|i)? ?(?:do|say|try|go for|make (?:it|that)|have it)? (?<when>.+?)(?: instead)?[\s?.!]*$/i;

/** "no, friday", "I meant the other one", "not friday, saturday", "make that 6pm" */
function readCorrection(said: string, today: Today): Command | null {
  // "friday was right after all"
  const text = said
    .replace(
      /^(?<when>.+?) (?:was|is) (?:right|correct|fine|better|ok(?:ay)?)(?: after all)?[\s.!]*$/i,
      "make it $<when>",
    )
    .replace(proposed, (all, when: string) => (wholeWhen(when, today) ? `make it ${when}` : all));
  if (!correctionStart.test(text) || text.includes("\n") || /\b(?:instead of|rather than)\b/i.test(text)) return null;
  const other = /^no,? (?<when>.+?) for (?<about>(?:the|my) .+?)[.!]*$/i.exec(text)?.groups;
  const otherDay = other?.when ? wholeWhen(other.when, today) : null;
  const otherTask = other?.about ? readTarget(other.about, today) : null;
  if (otherDay && otherTask) return { do: "update", target: otherTask, patch: patchOf(otherDay) };
  const rest =
    correction
      .exec(text)
      ?.groups?.rest?.replace(/,\s+(?!and\b).*$/, "")
      .replace(/^(?:for|on|at|by|to|until) (?=\S)/i, "") ?? "";
  if (!rest) return null;
  const when = findWhen(`at ${rest}`, today);
  const whole = /^(?:at)?$/i.test(when.rest) ? when : findWhen(rest, today);
  if ((whole.due || whole.recurrence) && whole.rest === "") {
    return {
      do: "correct",
      target: null,
      patch: {
        ...patchOf(whole),
      },
    };
  }
  const shift = readShift(rest);
  if (shift && shift.rest === "") return { do: "correct", target: null, patch: { shift: shift.shift } };
  const level = /^(?:an? )?(?<level>high|low|medium|urgent|normal|no|none|top)(?:[- ]priority)?$/i.exec(rest)?.groups
    ?.level;
  if (level)
    return {
      do: "correct",
      target: null,
      patch: {
        priority: priorityOf(level),
      },
    };
  const target = readReference(rest.replace(/,? not (?:this|that)(?: one)?$/i, ""), today);
  if (target) return { do: "correct", target, patch: null };
  const isNamed =
    /\b(?:i meant|i mean|i said|i wanted)\b|^(?:it should be|should be|make (?:it|that)|that should be)\b/i.test(text);
  if (!isNamed || isQuestion(rest) || readUpdate(rest, today)) return null;
  // The words may name another task, or be the right title of a new one.
  return { do: "correct", target: readTarget(rest, today), patch: { title: rest.replace(/^["'](.*)["']$/, "$1") } };
}

/** A reference by number, place, pronoun or "the … one"; free words don't count. */
function readReference(text: string, today: Today): Target | null {
  const target = readTarget(text, today);
  if (target?.kind === "words")
    return !/ (?:is|are) /i.test(text) && /^(?:the|that) .+ (?:one|task)$/i.test(text.trim()) ? target : null;
  return target;
}

function readPick(text: string, today: Today): Command | null {
  const said = text.replace(
    /^(?:(?:yes|ok(?:ay)?|um+|probably|maybe|i think|i guess)[,.]?\s+)?(?:(?:i mean|it'?s|that'?s|this is) )?/i,
    "",
  );
  const target = readReference(said, today);
  return target && target.kind !== "bulk" ? { do: "pick", target } : null;
}
