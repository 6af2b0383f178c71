import { before, destination, holder, naming, occasion } from "@/lib/words/english/containers";
import type { TaskWords } from "@/lib/words/read-task";

const bookable =
  /\b(?:tables?|flights?|hotels?|rooms?|tickets?|trains?|seats?|taxi|cab|venue|holiday|trip|restaurant|airbnb|ferry|car|place|bus|cruise|caterer)\b/i;
/** What people come together for, or are expected at. */
export const gathering =
  /\b(?:appointments?|meetings?|calls?|sessions?|interviews?|lunch|dinner|breakfast|brunch|drinks|coffee|dates?|conference|sync|1:1|one on one|catch[- ]?up|stand-?up|review|haircut|check-?up|class|lesson|practice|game|match|party|event|visit|demo|retro|training|tennis|workout|massage|consultation|viewing|inspection|exam|test|surgery|birthdays?|wedding|graduation|concert|recital|reunion|offsite|webinar|dentist|doctor)\b/i;

/** "put out the recycling", "put the dishes away" */
const particle = /^(?:out|away|up|on|off|together|back|aside|forward|down|in)\b|\b(?:away|together|back|aside|out)$/i;

/** "schedule a call with Ana tomorrow" makes the call a task; "book a table" is the task itself, and planning always is. */
export function scheduledTitle(words: TaskWords): string | null {
  const groups =
    /^(?<verb>schedule|arrange|set ?up|book(?: in)?|slot in|set|put(?: in)?|make|create|pencil in|organi[sz]e|block(?: out| off)?|fit in|squeeze in)(?: me| us)?(?: in)?(?: for)? (?<thing>(?:(?:an?|my|our|some|the) )?.+)$/isu.exec(
      words.title,
    )?.groups;
  if (
    !groups?.thing ||
    new RegExp(`^${before}${holder}\\b`, "iu").test(groups.thing) ||
    new RegExp(`${destination}\\b`, "iu").test(words.title) ||
    particle.test(groups.thing)
  )
    return null;
  const verb = (groups.verb ?? "").toLowerCase();
  const isDated = words.due !== null || words.recurrence !== null;
  const isGathering = gathering.test(groups.thing);
  if (new RegExp(`^(?:an?|my|the) ${occasion}(?:\\s*${naming}| to )`, "iu").test(groups.thing)) return null;
  const drops =
    verb === "schedule" ||
    verb === "slot in" ||
    verb === "pencil in" ||
    verb === "create" ||
    verb.startsWith("block") ||
    verb.endsWith(" in")
      ? true
      : verb.startsWith("book")
        ? isDated && !bookable.test(groups.thing) && /^(?:an?|my|our|the|some) /i.test(groups.thing)
        : verb === "put" || verb === "set"
          ? isDated &&
            (isGathering || /^\p{L}+ \p{L}/u.test(groups.thing)) &&
            !/^(?:the|it|that|this|them|#?\d)\b/i.test(groups.thing)
          : isGathering && (isDated || verb !== "make");
  if (!drops) return null;
  const thing = groups.thing.replace(/^(?:an?|some) (?:\d+[- ](?:minute|min|hour|hr)s?[- ](?:long )?)?/i, "");
  return thing;
}
