import type { Today } from "@/lib/words/today";
import type { Discourse } from "./discourse";
import { exceptions } from "./narrow";
import { numbersOf } from "./pick";
import { type Ready, ready, say, withTarget } from "./ready";

const conditional =
  /^(?:(?:yes|yeah|yep|sure|ok(?:ay)?|fine|no|nope)[\s,.!]+)?(?:(?:but|only|just|and|all)[\s,]+)*(?:please )?(?:keep|leave|spare|without|except(?: for)?|not|don'?t (?:delete|remove|touch|change|move|complete)) (?<except>(?!(?:it|them|that|those|these|everything|all|me|us|now|yet|really|sure|today|right now|at the moment|a chance|so fast)\b).+?)(?: (?:alone|out(?: of it)?|there|be|as (?:it|they) (?:is|are)|please))*[\s.!]*$/i;

/** "yes but keep the eggs", to a change of several tasks: it is no yes, and asks for the change of the others. */
export function conditionalYes(said: string, { refused }: Discourse, today: Today): Ready[] | null {
  const except = conditional.exec(said.trim())?.groups?.except;
  const [only, ...others] = refused;
  if (!except || !only || others.length > 0 || only.tasks.length < 2) return null;
  const out = exceptions(except, only.tasks, today);
  const left = out ? only.tasks.filter((task) => !out.includes(task)) : [];
  if (left.length === 0)
    return [
      say(
        `Nothing was changed: I can't tell what to leave out by “${except}”. Say again what to do, and name what to keep.`,
      ),
    ];
  return [ready(withTarget(only.command, numbersOf(left)))];
}

/** The same after an offer, which a condition does not accept. */
export const isConditional = (rest: string) => /^(?:but|only|except)\b/i.test(rest) && conditional.test(rest);
