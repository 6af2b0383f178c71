import { presentOf } from "@/lib/words/english/requests";
import { findWhen } from "@/lib/words/find-when";
import type { Today } from "@/lib/words/today";
import { asksOfWorld, isForeign } from "./other-topics";
import { occasion } from "./read-lacking";
import { asksForTasks, readList } from "./read-list";
import { isAboutAssistant, isChat } from "./read-talk";
import { gathering } from "./scheduled";
import { aside, type Reading } from "./weights";

/** A question is about the assistant, the tasks or the world; it never changes anything, but for one that asks for a change. */
export function readQuestion(text: string, today: Today): Reading {
  if (ofAssistant.test(text) && !isForeign(text.replace(/\blanguages?\b/gi, " ")))
    return aside({ do: "talk", topic: "who" });
  const isOwn = asksForTasks(text);
  const still = stillThere.exec(text)?.groups;
  if (still) return readQuestion(`is ${still.named ?? still.thing} on my list?`, today);
  const done = ofDeed.exec(text)?.groups;
  const deed = done?.verb ? presentOf(done.verb) : null;
  if (done?.thing && deed && !isForeign(text)) return readQuestion(`did i ${deed} ${done.thing}?`, today);
  if (asksOfWorld(text) && !isOwn) return aside({ do: "decline" });
  if (isAboutAssistant(text)) return aside({ do: "talk", topic: "who" });
  const list =
    readList(text, today) ??
    (mayBeOwn(text) || (findWhen(text, today).hasDay && !/\b(?:your?|u)\b/i.test(text))
      ? readList(`show me ${text} on my list`, today)
      : null);
  if (list) return { command: list, weight: "request" };
  return aside(isChat(text) && !asksFact.test(text) ? { do: "talk", topic: "chat" } : { do: "decline" });
}

/** "is the rent paid" */
const ofDeed =
  /^(?:is|are|was|were|has|have) (?<thing>(?:the|my|our) .+?) (?:been )?(?!(?:open|closed|delayed|cancelled|scheduled|planned|supposed|called|needed|set|due)\b)(?<verb>\p{L}+(?:ed|t|d|n|g))(?: (?:yet|already|now|up|out|off|in))*[\s?.!]*$/iu;

/** "is the sweater still there", "does it still say order cat litter" */
const stillThere =
  /^(?:is|are) (?<thing>(?!(?:it|that|this|there|any)\b).+?) still (?:there|here|in there|around|listed|down)[\s?.!]*$|^does (?:it|my list|the list) (?:still )?(?:say|have|show|include) (?<named>.+?)[\s?.!]*$/i;

/** A question about one's own occasions, or about what one meant to do, may be about the list; why and where never is. */
const mayBeOwn = (text: string) =>
  !/^(?:why|where)\b|\b(?:your?|u)\b/i.test(text) &&
  (/\b(?:coming|planned|happening|we needed|(?:i|we) (?:still )?(?:have|had|need|needed) to|was i doing|were we doing|have i not|clash\w*)\b/i.test(
    text,
  ) ||
    (/\b(?:i|my|we|our|the)\b/i.test(text) && (gathering.test(text) || occasion.test(text))));

/** Of the assistant itself, whatever else is named: "how many languages can you speak". */
const ofAssistant =
  /\b(?:(?:can|do|could|did) (?:you|u) (?:speak|understand|talk|think|feel|like|love|hate|believe|sleep|eat|dream|belong|work for|own|want)|(?:are|were|r) (?:you|u)(?! (?:able|going|gonna|sure|free))|do you think|would you (?:rather|like)|made you|built you)\b/i;

/** What is asked with these is asked of the world, unless it is of the assistant. */
const asksFact =
  /^(?:what|how (?:many|much|long|far|often|do|does|did|can|to|is|are)|when|where|who|which|whose)\b(?!.*\b(?:you|your|u)\b)/i;
