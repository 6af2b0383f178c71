import type { Command } from "./command";

/**
 * Sentences that hold a command and give none: forbidden, told of somebody else, supposed, or taken back in the same breath.
 * They are looked at before anything else, so that nothing is changed that was not meant.
 */
const deed =
  "(?:delete|remove|erase|cancel|clear|wipe|empty|trash|bin|scrap|drop(?! off)|get rid|mark|complete|tick|check off|cross|move|push|postpone|re-?schedule|change|set|make|rename|tag|undo|redo|restore|add|create|put|schedule|touch|do anything|tell|remind (?:me|us)(?!.*\\b(?:any ?more|again|any longer)\\b))";
const harm =
  "(?:delet(?:e|ing)|remov(?:e|ing)|eras(?:e|ing)|cancel(?:l?ing)?|clear(?:ing)?|wip(?:e|ing)|empty|trash|bin|scrap|undo(?:ing)?|mark|complet(?:e|ing)|tick off|mov(?:e|ing)|postpon(?:e|ing)|re-?schedul(?:e|ing)|renam(?:e|ing))";

const forbidding = new RegExp(
  `^(?:(?:please|no|nope|ok(?:ay)?|wait|hey|but|and|so|stop|whatever you do|for (?:god|heaven|goodness)'?s? sake|again)[\\s,.!]+)*(?:don'?t|do not|never|not|let'?s not|refuse to|hardly|no need to|(?:you|we|i)(?:'d| would| will|'ll)? ?(?:shouldn'?t|should (?:not|never)|can'?t|cannot|must(?: not|n'?t)|may not|needn'?t|won'?t|not|never|do not|don'?t)(?: (?:ever|want (?:you )?to|need (?:you )?to|have to|like (?:you )?to))*|i (?:forbid|prohibit) you to)(?: (?:please|ever|you dare|just|now))* ${deed}\\b(?! (?:sure|me forget))`,
  "i",
);

const telling = new RegExp(
  `(?:^|\\b)(?:said|says|say|spell|wrote|writes|reads|told (?:me|us|him|her|them) to|asked (?:me|us|him|her|them) to|tells? (?:me|us) to|wants? (?:me|us) to|repeat after me|translate|talked about|the word)\\b[\\s:,"']*(?:that |to |please )*(?:i |we |you )?(?:should |must |can |could )?${harm}\\b`,
  "i",
);
/** "mum: delete the dentist", "Subject: delete the dentist", "> delete the dentist" */
const attributed = new RegExp(
  `^(?:>|\\$|\`{3})|^(?!(?:please|todo|to-do|task|ok|done|note|next|also|and|then|now|docket|hey docket|correction|no|yes)\\b)[\\p{L}.]+(?: \\p{L}+)?: ?${harm}\\b(?=\\s+\\S)|^["'][^"']*\\b${harm}\\b[^"']*["'] (?:is|was) (?:what|how)`,
  "iu",
);

const supposing = new RegExp(
  `^(?:(?:so|hmm|ok|well)[\\s,]+)*(?:maybe|perhaps|imagine|suppose|supposing|pretend(?:ing)?|let'?s say|say i|what if|assuming)\\b.*\\b${harm}\\b|^(?:if|when|once|unless|in case|as soon as|whenever)\\b[^,]*,? ?(?:then )?(?:please )?${harm}\\b|^(?:please )?${harm}\\b.+\\b(?:if|unless|in case|as soon as|once|when)\\b (?:it|i|we|he|she|they|you|mum|mom|dad|\\p{Lu}\\p{L}+|the|my)\\b|^would you have \\p{L}+|^(?:please )?${harm}\\b.+ (?:later|(?:after|before|until) (?:i|we|he|she|they|you|mum|mom|dad|the (?!\\d|end|week|month|year|day|first|last|next)|my|\\p{Lu}\\p{L}+(?<!day) \\p{L}+s)\\b.*)$|^(?:tomorrow|tonight|later|next \\p{L}+|on \\p{L}+day),? (?:please )?(?:delete|remove|erase|trash)\\b|\\b(?:they|he|she|it|we) (?:might|may)(?: well| even)? ${harm}\\b`,
  "iu",
);

/** "the report is almost done" */
const unready =
  /^(?!(?:i'?ll|i (?:need|have|want)|remind|add)\b).*\b(?:is|are|am|'s|'re|'m)\b.*\b(?:almost|half|nearly|partly|barely|hardly)\b.*\b(?:done|finished|complete|ready)[\s.!]*$/i;

/** A condition anywhere, before the sentence is taken apart. */
export const isSupposed = (text: string) => !/[.!?\n]\s*\S/.test(text) && supposing.test(text);

const takenBack =
  /[\s,.;:!?–—-]+(?:(?:oh |hm+ |no,? |wait,? |actually,? )*(?:no wait|wait no|wait,? don'?t|just kidding|kidding|jk|never ?mind|nvm|actually no|actually don'?t|no,? don'?t|on second thou?ghts?,? (?:no|don'?t)|forget it|scratch that)|(?<=[.!\n-]\s*)don'?t)[\s.!]*$/i;

const left: Command = { do: "answer", answer: "no" };
const say = (text: string): Command => ({ do: "say", text });

/** What a sentence with a command in it amounts to when it gives none; null when it may be taken at its word. */
export function guarded(text: string): Command | null {
  if (unready.test(text)) return { do: "talk", topic: "chat" };
  if (/^(?:don'?t|do not|never)(?: you)? (?:let (?:me|us) )?forget\b/i.test(text)) return null;
  if (forbidding.test(text)) return left;
  if (telling.test(text) || attributed.test(text)) return { do: "talk", topic: "chat" };
  if (supposing.test(text))
    return say("I don't act on ifs and maybes, so I did nothing. Say it plainly when it is time, and I do it.");
  return null;
}

/** "delete the dentist… no wait": said and taken back. Only a message that is nothing else. */
export const isTakenBack = (text: string) =>
  takenBack.test(text) && new RegExp(`^(?:please )?${deed}\\b`, "i").test(text);

/** What is said to a letter. */
export const toOthers =
  "That reads like a letter to somebody else, so I did nothing. Tell me in your own words what to put on your list.";

const letter =
  /^(?:(?:from|to|subject|cc|sent|date): .+\n|(?:hi|hello|dear|hey) (?!docket|there|assistant|computer)\p{L}+(?: \p{L}+)?[,!]? *\n)/iu;
export const isLetter = (text: string) => letter.test(text);

const spared =
  /^(?<command>.*\b(?:all|everything|every \p{L}+|the lot)\b.*?)[\s,]+(?:but|and|just|only|except)[\s,]+(?:please )?(?:not|don'?t|do not|never|keep|leave|spare|without)(?: (?:delete|remove|touch|move|mark|complete|do|change))? (?<except>.+?)(?: (?:alone|as (?:it is|is|done)|out(?: of it)?|there|be|untouched))?[\s.!]*$/iu;
const kept =
  /^(?:please )?(?:keep|leave|spare) (?<except>.+?)(?: alone)?,? (?:and|but|then)? ?(?:please )?(?<command>(?:delete|remove|complete|mark|move|clear)) (?:the rest|everything else|all (?:the )?others?)(?<after>.*)$/iu;

/** "delete everything but keep the dentist" → "delete everything except the dentist" */
export function withException(said: string): string {
  // "rather than delete the dentist, complete it"
  const text = said.replace(
    /^(?:rather than|instead of) \p{L}+ (?<thing>(?:the|my) [^,]+), (?<verb>\p{L}+) (?:it|that|them)\b/iu,
    "$<verb> $<thing>",
  );
  const { command = "", except = "" } = spared.exec(text)?.groups ?? {};
  if (except)
    return command
      .replace(/\b(all|everything|the lot)\b(?! except)/i, `$1 except ${except}`)
      .replace(
        /^(mark|set) (all|everything) except (.+?) as (?:done|complete\w*|finished)$/i,
        "complete everything except $3",
      );
  const keep = kept.exec(text)?.groups;
  return keep ? `${keep.command === "mark" ? "complete" : keep.command} everything except ${keep.except}` : text;
}
