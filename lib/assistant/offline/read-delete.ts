import { listPhrase } from "@/lib/words/english/containers";
import { actionVerbs } from "@/lib/words/english/verbs";
import { findWhen } from "@/lib/words/find-when";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import { firstTarget, readTarget } from "./read-target";
import { taskFrom } from "./title";

/** After the list or a comma may follow why. */
const why = "(?:,?\\s+(?:i|we|it|they|he|she|it'?s|that|because|since|as|cause|cos|\\p{Lu}\\p{L}+)\\b.*)?";
const fromList = `(?:,?\\s+(?:from|off|off of|on|in|out of) (?:${listPhrase}|there)${why}(?: .+)?)?(?:,\\s+(?:i|we|it|they|he|she|it'?s|because|since|\\p{Lu}\\p{L}+ (?:has|is|got|did|will))\\b.*)?`;
const end =
  "(?:[\\s,]+(?:please|now|then|as well|too|any ?more|completely|entirely|altogether|for (?:me|good)|again|after all|instead|at all))*[\\s.!?]*$";

/** What is thrown out whole: "empty the list", "clear my calendar for friday". */
const wholes = new RegExp(
  `^(?:clear|empty|free(?: up)?|dispose of|wipe|reset|clean(?: up| out| off)?|delete|remove|erase|purge|flush|blank|nuke|scrap|cancel|get rid of|throw (?:out|away)|start over with|trash|bin)(?: out| off| up| away)?(?: all(?: of)?)?(?= )(?: )?(?:(?:my|the|this|our|your|entire|whole|full|complete|to[- ]?do|task|tasks|shopping|grocery|groceries|current|errands?|chores?|packing|work|home|day) )*(?:list|lists|tasks|to[- ]?dos|everything(?= on| in|$)|everything|all|calendar|schedule|agenda|diary|planner|to[- ]?do|reminders|events|appointments|meetings|items)(?: (?:of (?:it|them|everything)|clean|out|completely|entirely))*(?<days> (?!of (?:those|these|them|it)\\b)(?:for|on|of|from|in|during|due|this|next|today|tomorrow|tonight|after|before|until) ?.*)?(?:[\\s,]+(?:so|i'?m|it'?s|because|i|we|there) .*)?${end}`,
  "iu",
);
/** "get my wednesday cleared", "start my list over from scratch" */
const emptied = new RegExp(
  `^(?:get|have) (?<days>.+?) (?:cleared|emptied|wiped|cleaned)(?: (?:out|off|up))?${end}|^start (?:my|the|this) .{0,30}?list (?:over|again|afresh|from scratch).*$|^(?:free up|clear) (?:my|the) (?<free>.+?)(?: by (?:cancell?ing|removing|deleting) .+)?${end}`,
  "iu",
);

const verbs =
  "(?:delete|remove|erase|(?:trash|bin|toss|dump|kill|lose|axe)(?= (?:the|my|that|it|this|those|these|them|all|both|every\\w*|#?\\d|anything))|discard|scrap|drop(?! (?:off|by|in|the kids|him|her)\\b)|cancel|clear(?: out| away| off)?|get rid of|throw (?:out|away)|dump|ditch|kill|nix|chuck (?:out|away)|rub out|nuke|wipe(?: out)?|purge|del|rm|cross out|eliminate|dismiss|toss(?: out)?|call off|strike(?: out| off| through)?|scratch(?: out| off)?|take (?:off|out|away|down)|put away|pull(?! up|.*\\bforward\\b)|abandon|decline|unsubscribe me from|undo|exclude|leave (?:off|out)|knock off)";

const deletes: RegExp[] = [
  new RegExp(`^${verbs} (?:(?:from|off|off of|out of) (?:${listPhrase}) )(?<target>.+?)${end}`, "iu"),
  new RegExp(`^${verbs}\\s+(?<target>.+?)${fromList}${end}`, "iu"),
  new RegExp(
    `^(?:take|cross|throw|get|knock|strike|scratch|wipe|pull|rub|bring|leave|keep)\\s+(?<target>.+?)\\s+(?:off|off of|out of|out|from|away from|away|down from)(?:(?: (?:${listPhrase}|there))(?: .+)?)?${end}`,
    "iu",
  ),
  new RegExp(
    `^(?:find|look (?:up|for)|search(?: for)?|go to|open) (?<target>.+?)${fromList} and (?:delete|remove|erase|cancel|drop|scrap)(?: (?:it|that|them))?${end}`,
    "iu",
  ),
  new RegExp(
    `^(?:forget(?: about)?|never ?mind(?: about)?|skip|scratch) (?<target>(?:the|my|that|about|#?\\d).*?)${end}`,
    "iu",
  ),
  new RegExp(
    `^(?:stop|quit|don'?t|do not|no need to|no longer|you (?:don'?t|needn'?t) (?:need to )?) ?(?:remind(?:ing)?|nag(?:ging)?|bother(?:ing)?|tell(?:ing)?) (?:me|us)(?: (?:about|of|to|for))? (?<target>.+?)${end}`,
    "iu",
  ),
  new RegExp(
    `^(?:(?:i|we)(?:'re| are|'m| am|'ll)? ?(?:don'?t|do not|no longer|won'?t|will not|not|never|needn'?t|shan'?t|shall not|aren'?t|isn'?t)(?: (?:be|have to|need to))* (?:need|have|want|going to(?: do)?|doing|going|bother(?:ing)? with|require|be going to)(?: to)? )(?<target>.+?)(?: (?:on (?:my|the) list|i guess|i think))*${end}`,
    "iu",
  ),
  new RegExp(
    `^(?:no (?:more )?need (?:for|to)|no longer (?:need(?:ed)?|want|require)(?: to)?|not (?:doing|having|going to|have|need(?:ing)?)) (?<target>.+?)${end}`,
    "iu",
  ),
  new RegExp(
    `^(?<target>.+?) (?:is|are|was|got|'s)(?: no longer|n'?t| not)(?: going to be| going to)? (?:needed|necessary|relevant|required|happening?|going ahead|on|going to happen|wanted|taking place|an? thing)${end}`,
    "iu",
  ),
  new RegExp(
    `^(?<target>.+?)(?:'s| (?:has been|have been|was|were|is|are|got|gets|has|been|had to be))(?: just| all| now)* (?:cancell?ed|called off|scrapped|binned|off|axed|scratched|abandoned|dropped)(?:,? (?:get rid|so .*))?${end}`,
    "iu",
  ),
  new RegExp(
    `^(?<target>.+?) (?:fell through|bailed|cancell?ed(?: on (?:me|us))?|pulled out|backed out|is a no[- ]go|won'?t (?:be )?happen(?:ing)?|can go|is dead|no longer (?:applies|matters|needed))${end}`,
    "iu",
  ),
  new RegExp(`^no more (?:reminders?|nagging|notifications?|alerts?) (?:about|for|on|of) (?<target>.+?)${end}`, "iu"),
  /^(?:stop|end|cancel|kill) (?<target>(?:the|my|that) (?:\w+ )?reminders? (?:for|about|to) .+?)[\s.!]*$/iu,
  new RegExp(`^call (?<target>.+?) off${end}`, "iu"),
  // as in a list: "fax the clinic: delete"
  new RegExp(
    `^(?<target>.{2,60}?)\\s*(?::|\\s[-–—]|->)\\s*(?:please )?(?:delete|remove|cancel|scrap|drop|bin)(?: (?:it|this|that))?${end}`,
    "iu",
  ),
  new RegExp(
    `^(?<target>.+?) (?:can|could|should|may|must|needs to|has to|ought to) (?:now )?be (?:removed|deleted|cancell?ed|scrapped|binned|cleared|erased|taken off|thrown (?:out|away))(?: .*)?${end}`,
    "iu",
  ),
  new RegExp(
    `^(?:have|get) (?<target>.+?) (?:cleared|removed|deleted|wiped|erased|taken)(?: (?:away|out|off|down))?${end}`,
    "iu",
  ),
  new RegExp(
    `^stop (?:the|my|that) (?:\\p{L}+ )?(?:reminders?|notifications?|alerts?) (?:for|about|to) (?<target>.+?)${end}`,
    "iu",
  ),
  new RegExp(`^knock (?<target>.+?) on the head${end}`, "iu"),
  new RegExp(`^let'?s (?:not (?:do|have|bother with)|forget|skip|drop|scrap) (?<target>.+?)${end}`, "iu"),
  new RegExp(`^let (?<target>it|that|this|.+?) go${end}`, "iu"),
];

/** "not have the newsletter any more" and things whose own verb is part of the frame, which must not be read as a deletion. */
const kept =
  /^(?:don'?t|do not|never|no need to)(?: you)? (?:let (?:me|us) )?forget\b|^(?:i|we) (?:don'?t|do not|didn'?t|can'?t) (?:know|think|understand|remember|see|care|mind|believe|like|feel|want to (?:do|forget|talk|go)|get (?:it|what|why|how))\b|^not (?:really|now|yet|today|sure|bad|too|much|at all|that|this)\b|^(?:i'm|we're|i am|we are) not (?:sure|very|really|good|that|feeling|in|the|a)\b|^stop (?:it|that|talking|the|playing)\b/i;

/** Tasks to be thrown away. */
export function readDelete(text: string, today: Today): Command | null {
  const whole = wholes.exec(text);
  if (whole) {
    const target = whole.groups?.days ? readTarget(`everything${whole.groups.days}`, today) : null;
    return { do: "delete", target: target ?? { kind: "bulk", filter: { view: "all" } } };
  }
  const free = emptied.exec(text)?.groups;
  if (free) {
    const days = free.days ?? free.free;
    const filter = days ? readTarget(`everything ${days.replace(/^(?:my|the) /i, "")}`, today) : null;
    if (!days || filter?.kind === "bulk")
      return { do: "delete", target: filter ?? { kind: "bulk", filter: { view: "all" } } };
  }
  if (
    kept.test(text) ||
    /\b(?:isn'?t|is not|not|never|wasn'?t|n't) (?:been )?(?:cancell?ed|called off|off)\b/i.test(text)
  )
    return null;
  const target = firstTarget(deletes, text, today);
  return target && withNew({ do: "delete", target }, text, today);
}

const elsewhere =
  /\b(?:subscriptions?|memberships?|contracts?|account|photos?|e?-?mails?|files?|apps?|phone|laptop|computer|spam|inbox|wallpaper|stain|snow|leaves|weeds|cookies|netflix|insurance|credit card|order|gutters?|gutter|trash|rubbish|garbage|recycling|bins|attic|garage|car|drain|dishes|table|desk|snow|old|rust|paint|mould|mold|ice|moss|tree|stump|cobwebs|fridge|freezer|drawers?|closet|wardrobe)\b/i;

/**
 * Some verbs are as often a task of their own: "cancel the gym membership", "clear the gutters". Then the words may be a new task when
 * no task fits them; with a date, or when what is to go is no task at all, they surely are.
 */
function withNew(command: Extract<Command, { do: "delete" }>, text: string, today: Today): Command {
  if (command.target.kind !== "words") return command;
  if (/^take .+ off\b/i.test(text)) return command;
  const first = (text.split(" ")[0] ?? "").toLowerCase();
  const isDeed = actionVerbs.has(first) || /^(?:take|dump|throw|toss|scrap|delete|pull)\b/i.test(text);
  if (
    !isDeed ||
    /\b(?:list|tasks?|ones?|reminders?|appointments?|meetings?|events?|calendar|schedule)\b/i.test(text) ||
    !/^(?:cancel|clear|remove|drop|take|dump|throw|toss|scrap|wipe|delete|pull|strike)\b/i.test(text)
  )
    return command;
  const orCreate = taskFrom(text, today);
  const isElsewhere = elsewhere.test(text);
  if (isElsewhere && findWhen(text, today).due) return { do: "create", task: orCreate };
  return { ...command, orCreate, ...(findWhen(text, today).due ? { isSurelyTask: true } : {}) };
}
