import type { Today } from "@/lib/words/today";
import { patchOf } from "./patch";
import { wholeWhen } from "./read-stated";
import { dateNoun, type Reading, trimmed } from "./reading";

/** "milk can wait till tomorrow" */
export function waiting(text: string, today: Today): Reading | null {
  const groups =
    /^(?<target>.+?) (?:can|could|will|has to|have to|must|should|might have to|needs to) (?:wait|hold|keep)(?: (?:till|until|for|to))? (?<when>.+)$/i.exec(
      text,
    )?.groups ?? /^(?:leave|keep|save|hold|park) (?<target>.+?) (?:till|until|for|to) (?<when>.+)$/i.exec(text)?.groups;
  const when = groups?.when ? wholeWhen(groups.when, today) : null;
  return groups?.target && when ? { said: groups.target, patch: patchOf(when), mayBeNew: "perhaps" } : null;
}

export const occasion =
  /\b(?:appointments?|appt|meetings?|reminders?|events?|tasks?|calls?|lessons?|class(?:es)?|sessions?|interviews?|lunch|dinner|practice|dentist|doctor|haircut|party|one|to-?dos?|items?)\b/i;

/** "reschedule the dentist", "change the time of the meeting": a change without what to. */
export function lacking(original: string): Reading | null {
  const text = original.replace(
    / (?:to|for|on) (?:an?|some|another|any) ?(?:(?:different|other|new|later|earlier|better|more suitable) )?(?:days?|times?|dates?|slots?|weeks?)$/i,
    "",
  );
  const firm = /^(?:re-?schedule|postpone|delay|re-?plan|re-?time|push back|put off|defer) (?<target>.+)$/i.exec(text)
    ?.groups?.target;
  const off =
    /^(?:put|push) (?<target>(?:the|my|our|it|that)\b.*?) (?:off|back)(?: (?:till|until|to|for) .+| a (?:bit|while))?$/i.exec(
      text,
    )?.groups?.target;
  if (off) return { said: off, patch: {}, lacks: "when" };
  const dated =
    new RegExp(
      `^(?:change|move|update|edit|adjust|modify|fix|set|correct|alter|shift|switch) (?:the |its )?(?:${dateNoun}) (?:of|for|on) (?<target>.+)$`,
      "i",
    ).exec(text)?.groups?.target ??
    /^(?:change|move|update|edit|adjust|modify|fix|set|correct|alter|shift|switch) (?<target>.+?)(?:'s)? (?:due date|deadline|date|time)$/i.exec(
      text,
    )?.groups?.target;
  const soft =
    /^(?:change|move|update|edit|adjust|modify|alter|shift|amend|switch) (?<target>(?:the|my|our|it|that|this|#?\d).*)$/i.exec(
      text,
    )?.groups?.target;
  const said =
    firm ??
    dated ??
    (soft &&
    (text !== original || occasion.test(soft) || /^(?:it|that|this|#?\d+)$/i.test(soft)) &&
    !/ (?:to|into|with) /.test(soft)
      ? soft
      : null);
  if (said) return { said: trimmed(said), patch: {}, lacks: "when" };
  const named =
    /^(?:rename|retitle|reword) (?<target>.+)$/i.exec(text)?.groups?.target ??
    /^(?:change|edit|update) the (?:name|title|wording) (?:of|for|on) (?<target>.+)$/i.exec(text)?.groups?.target;
  if (named) return { said: named, patch: {}, lacks: "title" };
  const tagged = /^(?:tag|label) (?<target>(?:the|my|it|that|this|them|both|#?\d).*)$/i.exec(text)?.groups?.target;
  if (tagged && !/#| (?:with|as|under) /.test(tagged))
    return { said: tagged.replace(/ (?:too|as well)$/i, ""), patch: {}, lacks: "tags" };
  const ranked = /^(?:change|set|update|edit|adjust) (?:the )?priority (?:of|for|on) (?<target>.+)$/i.exec(text)?.groups
    ?.target;
  return ranked ? { said: ranked, patch: {}, lacks: "priority" } : null;
}
