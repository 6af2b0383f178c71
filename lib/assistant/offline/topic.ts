import { presentOf } from "@/lib/words/english/requests";
import { findWhen } from "@/lib/words/find-when";
import type { Today } from "@/lib/words/today";
import type { Command, Target } from "./command";
import { readTarget } from "./read-target";
import { withTarget } from "./ready";

const thing = "(?:it|that|this|them|those|these|that one|this one|those two|both|him|her)";
const lead =
  "(?:(?:(?:can|could|would|will) (?:you|we|i)|so|and|then|please|just|kindly|now|well|ok|let'?s|(?:you |i guess (?:you |we )?|we )?(?:can|could|may|might as well|should)(?: (?:you|we|i))?) )*";
const order =
  "(?:take|get|strike|cross|scratch|tick|check|mark|remove|delete|erase|drop|scrap|kill|lose|cancel|bin|trash|let|move|push|shift|bump|make|change|set|put|postpone|reschedule|call|rename|leave|do|have|start|finish|add|reopen|untick)";
const tail = new RegExp(
  `^(?<topic>.{3,160}?)(?:\\s*[,;.:!–-]+\\s*|\\s+)(?<rest>${lead}${order} (?:off |out |back |up )?${thing}\\b.*|${lead}(?:get rid|undo it|it can go|done with (?:it|that)))$`,
  "isu",
);

/** "Tom is going to | check it": somebody else does that. */
const bySomebody = /\b(?:to|will|would|\p{L}+'ll|must|should|might|he|she|they|who)$/iu;

/** "the playdate fell through, so take that off": what is said first tells what "that" is. */
export function splitTopic(text: string): { topic: string; rest: string } | null {
  const { topic = "", rest = "" } = tail.exec(text)?.groups ?? {};
  if (!topic || /^(?:please|can you|could you|just|ok|yes|no|actually|and|also|then|wait|if you)$/i.test(topic.trim()))
    return null;
  if (
    bySomebody.test(topic) ||
    (/^(?:can|could|should|will|would) (?!you|we|i\b)/i.test(rest) &&
      !/[,;.:!–-]\s*$/.test(text.slice(0, -rest.length)))
  )
    return null;
  return {
    topic: topic.trim(),
    rest: rest
      .replace(new RegExp(`^${lead}`, "i"), "")
      .replace(/^get rid$/i, "get rid of it")
      .replace(/^it can go$/i, "delete it"),
  };
}

const subject =
  /^(?:(?:no|so|ok|oh|well|yes|yeah|hi|hey|um|also|and|but|ugh)[\s,]+)*(?:(?:i|we|you|they|he|she)(?:'m|'re|'ve|'d|'ll| am| are| have| had| will| would| do| did)?(?: not|n'?t)? (?:(?:can'?t|cannot|cant|couldn'?t|won'?t|wont) )?(?:(?:just|already|finally|really|actually|also|no longer|never|still|only|all) )*(?:(?:going to|make|do|doing|need|have|want|got round to|got around to|shan'?t be|won'?t be|don'?t|didn'?t|not) )*(?:to |any |more )*)/iu;
const predicate =
  /\s+(?:(?:i|we)(?:'ve| have)? (?:already |just )?(?:have|had|got|did|bought|done|own|finished|paid|called|sent)|is|are|was|were|isn'?t|aren'?t|wasn'?t|has|have|had|hasn'?t|can|can'?t|could|will|won'?t|got|gets|fell|went|been|doesn'?t|don'?t|didn'?t|moved|needs?|no longer|just|it|because|as|since|any ?more|after all|so)(?=\s|$).*$/isu;

/** The thing that a statement speaks of: "the playdate fell through" → "the playdate", "I dropped spanish" → "spanish". */
export function topicOf(statement: string): string {
  const clause = statement.split(/[,;.!?–—]\s+/).findLast((part) => /\p{L}{3}/u.test(part)) ?? statement;
  const plain = clause
    .replace(/^(?:so |and |well )*you know /i, "")
    .replace(subject, "")
    .trim();
  const cut = plain.replace(predicate, "").trim();
  const thing = (cut || plain).replace(/^(?:you know|about|as for|regarding|remember|the thing (?:with|about)) /i, "");
  const [first = "", ...others] = thing.split(" ");
  // "I rang the school" speaks of the school.
  const base = presentOf(first);
  if (others.length > 0 && base && base !== first.toLowerCase()) return others.join(" ");
  return thing.replace(/^(?:dropped|cancelled|finished|stopped|quit|sold|bought|found|did)\s+/i, "");
}

/** "the curtains are up and the tap is fixed" speaks of two things. */
function topicsOf(statement: string): string {
  const clauses = statement.split(/,? and /i);
  const isEach = clauses.length > 1 && clauses.every((clause) => predicate.test(clause));
  return isEach ? clauses.map(topicOf).join(" and ") : topicOf(statement);
}

/** A command about "it" becomes one about the topic. */
export function about(command: Command, topic: string, today: Today): Command {
  if (!("target" in command) || !command.target || !isPronoun(command.target)) return command;
  const named = command.target.kind === "them" ? topicsOf(topic) : topicOf(topic);
  const target = readTarget(findWhen(named, today).rest || named, today);
  return target ? withTarget(command, target) : command;
}

const isPronoun = ({ kind }: Target) => kind === "it" || kind === "them";
