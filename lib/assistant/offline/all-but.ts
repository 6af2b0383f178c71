import type { Today } from "@/lib/words/today";
import type { Target } from "./command";
import type { Discourse } from "./discourse";
import { exceptions } from "./narrow";
import { readTarget } from "./read-target";
import type { Seen } from "./seen";

const those = "(?:them(?: all)?|those|these|they|all(?: of)?(?: (?:them|those|these))|both)";
const but = "(?:but(?: not| for)?|except(?:ing)?(?: for)?|apart from|aside from|other than|excluding|bar|besides|not)";
const ofThose = new RegExp(`\\b${those}\\b.{0,40}?,?\\s${but}\\s+(?<except>.+)$`, "i");
const ofAll = new RegExp(`\\ball,?\\s${but}\\s`, "i");

/** "all but the last", right after a list or several changes, and "them all except the books": what was shown or spoken of, and what to leave out. */
export function allBut(target: Target, discourse: Discourse): { tasks: Seen[]; except: string } | null {
  const { said, listed, shown, focus, idle } = discourse;
  if (target.kind === "bulk") {
    const { except, view = "all", text = "", ...others } = target.filter;
    const isBare = view === "all" && Object.keys(others).length === 0 && /^(?:them|those|these)?$/i.test(text);
    const isFresh = listed !== null || idle === 0;
    const isOfShown = ofThose.test(said) || (isFresh && ofAll.test(said));
    return except && isBare && isOfShown && shown.length > 1 ? { tasks: shown, except } : null;
  }
  const except = target.kind === "words" ? ofThose.exec(target.text)?.groups?.except : undefined;
  const tasks = focus.length > 1 ? focus : shown;
  return except && tasks.length > 1 ? { tasks, except } : null;
}

/** The tasks that are left when some are taken out, by their place or by name; null when what is left out can't be told. */
export function without(except: string, tasks: Seen[], today: Today): Seen[] | null {
  const target = readTarget(except, today);
  const out =
    target?.kind === "places"
      ? target.places.map((place) => tasks.at(place > 0 ? place - 1 : place)).filter((task) => task !== undefined)
      : exceptions(except, tasks, today);
  return out && out.length > 0 ? tasks.filter((task) => !out.includes(task)) : null;
}
