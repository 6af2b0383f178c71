import { actionVerbs } from "@/lib/words/english/verbs";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import { isUndoing } from "./cues";
import { core } from "./normalise";
import { isService } from "./other-topics";
import { readComplete } from "./read-complete";
import { readCreate } from "./read-create";
import { readDelete } from "./read-delete";
import { asksForTasks, readList } from "./read-list";
import { readRedo, readRestore, readUndo } from "./read-undo";
import { readUpdate } from "./read-update";
import { about, splitTopic } from "./topic";

const ofTask =
  /^(?:add|put|attach|apply|write|leave|append|give|set|make|note|move)\b.*?(?:\b(?:notes?|comment|description|tags?|labels?)\b|#[\p{L}])/iu;
const ofOneTask =
  /^(?:make|set|put|schedule|start|open|move|change|get|book|switch) (?:the|this|that|these|those|it|them|#?\d)\b/i;
const shows = /^(?:show|list(?! (?:entry|item)\b)|display|view)\b/i;

const showsAll = /^(?:show|list|display|view) (?:me |us )?(?:everything|anything|all|what)\b/i;

/** A request that begins with a verb for this assistant, or tells what was done. */
export function readRequest(text: string, today: Today): Command | null {
  const update = ofTask.test(text) ? readUpdate(text, today) : null;
  if (update) return update;
  const isJob = isService(text);
  const back = isJob
    ? null
    : ((isUndoing(text) ? ({ do: "undo" } as const) : null) ??
      readUndo(text) ??
      readRedo(text) ??
      readRestore(text, today));
  if (back) return back;
  if (shows.test(text) && (asksForTasks(text) || showsAll.test(text))) return readList(text, today);
  if (isJob) return null;
  const isPlain = !ofOneTask.test(text);
  return (
    (isPlain && !moves.test(text) ? readCreate(text, today) : null) ??
    readDone(text, today) ??
    readUpdate(text, today) ??
    readCreate(text, today)
  );
}

const moves = /^(?:move|push|shift|reschedule|postpone|change|switch|bump|bring)\b/i;

const throwsOut =
  /^(?:delete|remove|erase|clear|clean|cancel|drop|scrap|get rid|take|throw|strike|forget|stop|lose|wipe|empty|bin|trash|kill)\b/i;

function readDone(text: string, today: Today): Command | null {
  // "clear the due date of…" and "remove the tag…" are changes, not deletions; "the report is due friday" is no report done.
  const update = throwsOut.test(text) || /^unset\b/i.test(text) ? readUpdate(text, today) : null;
  if (update) return update;
  return throwsOut.test(text)
    ? (readDelete(text, today) ?? readComplete(text, today))
    : (readComplete(text, today) ?? readDelete(text, today));
}

/** "the playdate fell through, so take that off" */
export function readAboutTopic(text: string, today: Today): Command | null {
  const order =
    /^(?<topic>.{3,80}?),\s*(?<verb>push|move|reschedule|postpone|bump|shift)(?: (?:back|out|over))? (?:to|till|until) (?<when>.+)$/i.exec(
      text,
    )?.groups;
  const moved = order
    ? readUpdate(
        `move ${order.topic?.replace(/^(everything|all) that (?:was|is|were|are) for /i, "$1 due ")} to ${order.when}`,
        today,
      )
    : null;
  if (moved) return moved;
  const parts = splitTopic(text);
  if (parts && startsTask(parts.topic)) return null;
  const command = parts && readRequest(core(parts.rest), today);
  return command && parts ? about(command, parts.topic, today) : null;
}

/** "drop off the kids", "finish painting": a verb first makes the rest its object, whatever words it holds. */
export function startsTask(text: string) {
  const [first = ""] = text.toLowerCase().split(/[^\p{L}-]+/u);
  return actionVerbs.has(first) && !/[,;.–—]\s/.test(text);
}
