import { services } from "@/lib/words/english/services";
import { mostly, never } from "@/lib/words/english/world-topics";
import { holiday } from "@/lib/words/holidays";
import { holds, leads, type Phrases, phrases, wordsOf } from "@/lib/words/phrases";
import { isMachineOrder } from "./machine-orders";

/**
 * What people ask of other assistants and this one can't do: questions about the world, and orders to services that act on other things
 * than tasks. The words stand in world-topics.ts and services.ts; here are the few ways of speaking that show it by themselves.
 */
const worldly: RegExp[] = [
  // holidays stand in everybody's calendar
  new RegExp(
    `^(?:when(?:'?s| is| was)|what (?:day|date)(?: is| does|'s)?|how (?:many (?:days|weeks|months|sleeps)|long) (?:is it )?(?:until|till|to|before|left until)) (?:the )?(?:next )?(?:${holiday})\\b.{0,20}$`,
    "i",
  ),
  // how tall is …, how long does … take
  /\bhow (?:tall|old|far|big|deep|high|heavy|fast|hot|cold|warm|wide|large|close|spicy|windy|humid) (?:is|are|was|will|does|do|can|could)\b(?! (?:you|u)\b)/i,
  /\bhow long (?:is|are|was|does|will|do|should|can) (?!i have\b|my\b|our\b|until|till)/i,
  /\bhow (?:much|many) (?:\w+ ){0,3}(?:costs?|left in)\b|\bhow much (?:is|are|does|do|did|will|would|should|has|have) (?!there\b|(?:i|we) (?:still )?have (?:left )?to)/i,
  // how do I cook …, but for what this assistant does
  /\bhow (?:do|does|did|would|can|could|should|to) (?:you|i|we|one|someone|people|they|the|a|an)? ?(?!do\b|feel|know|look|add|get (?:to|started)|my|day|work\b|help|start|use|create|make a (?:task|list|reminder)|set|change|delete|edit|undo|mark|move|talk|sort|search|share|export)\w+/i,
  // who is …, what does … mean, why is …
  /^(?:so |and )?who(?:'s| is| was| were| are| made| has| had| did| does| owns| runs| came| plays| played)\b(?!.*\b(?:i|me|my|we|our|you|your|this|coming|meeting|invited)\b)/i,
  /^who (?:sings|sang|plays|played|wrote|made|directed|painted|starred|is singing|is playing)\b/i,
  /^(?:what|whats|what's)(?: does| do)? .+ (?:mean|stand for|called|made of|taste like|look like|sound like)[\s?.!]*$/i,
  /^why (?:is|are|do|does|did|was|were|would|can'?t) (?!(?:you|u|i|we|my|this|it|that)\b)/i,
  /^when (?:did|was|were) (?!i\b|we\b|my\b|our\b|you\b|the (?:last|next|appointment|meeting|dentist))|\bwhat year\b/i,
  // opening hours; what stands in the sky and in the shops
  /\b(?:is|are|does|do|will|when|what time)\b.*\b(?:open|close|closes|closed|shut|shuts)(?: (?:today|now|tomorrow|tonight|on .+|at .+|until .+))?[\s?.!]*$/i,
  /^when (?:do|does|did|will) (?!(?:i|we|you|my|our)\b).+\b(?:play|air|come out|release|land|depart|premiere|ripen|bloom|hatch)\b/i,
  /\bit (?:(?:going to )?(?:be|get|gets|stop|start) )?(?:(?:too|so|very|really|that) )?(?:hot|cold|warm|cool|nice|dark|light|wet|dry|rain\w*|snow\w*|windy|icy)\b/i,
  /\bshould (?:i|we) (?:eat|wear|watch|cook|listen|order|drink|name|invest|tip|take an?)\b|\b(?:tip|wear) (?:at|in|to|for|on)\b.*\?/i,
  /^where (?:can|could|do|is|are|did|should|does|was) (?!(?:i|we) (?:begin|start|put (?:it|that|this))\b)(?!.*\b(?:list|tasks?|calendar|appointment|meeting)\b)/i,
  /\bwhat time is it in\b|\b(?:current|local) time in\b|\btime (?:is it )?in [A-Z]\w+|\btime (?:is it )?in \w+[\s?.!]*$/i,
  /\b(?:if|because) (?:it|there)(?:'s| is) (?:a )?(?:raining|snowing|traffic)\b|^tell me (?:more )?about (?!my|the|today|tomorrow|yourself|you)/i,
  /^(?:the )?(?:height|weight|length|width|depth|age|size|speed|area|radius|sqrt|cosine|sine|logarithm|root|half|sum|product|origin|inventor|ruler|leader|founder|ceo|author|cast|plot|flag|anthem) of \S/i,
  // sums in figures
  /\b(?:what'?s|what is|how much is|calculate|compute|solve|add up)\b.*\d+ ?(?:[+*/x×÷^-]|plus|minus|times|divided|percent|% of) ?\d*|^\d[\d\s().]*[+*/×÷-][\d\s().+*/×÷=?-]*$/i,
];

/** Sums in words hold nothing but these. */
const sums = phrases(
  "zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen",
  "eighteen, nineteen, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, hundred, thousand, million, half, third, quarter",
  "plus, minus, times, divided, by, multiplied, over, of, percent, and, a, the, what, is, whats, how much, x, squared, cubed, to, power, square, root, equals",
);
const operators = phrases(
  "plus, minus, times, divided by, multiplied by, percent of, squared, cubed, square root, to the power, x",
);
const isSum = (words: string[]) =>
  words.length >= 2 && holds(words, operators) && words.every((word) => sums.has(word) || /^\d+$/.test(word));

const person = "(?:\\p{L}+|(?:my|our|the) \\p{L}+(?: \\p{L}+)?)";
const call = new RegExp(`^(?:call|ring|phone|dial|telephone) (?!(?:back|in|off|out)\\b)${person}$`, "iu");
/** "call my sister", and no more: an order to a telephone. Why or when would make it something to do, and so does whatever is said beside it. */
export const isCall = (text: string) => call.test(text.replace(/[.!]+$/, ""));

/** Orders that are told by how they are said. */
const ordered: RegExp[] = [
  // play something, but for what one plays oneself
  /^play (?!(?:with|tennis|golf|squash|padel|football|soccer|basketball|cards|chess with (?!me)|bridge|the (?:piano|guitar|violin)|piano|guitar)\b)/i,
  /^(?:(?:turn|switch) (?:the |my )?\p{L}+(?: \p{L}+)? (?:on|off|up|down)|put (?:some|on some) \p{L}+(?: \p{L}+)?(?: on)?)$/iu,
  /^(?:reply|respond|answer)\b.*\b(?:say|saying|tell|that (?:i|we))\b/i,
  // a message, with its words
  new RegExp(
    `^(?:call|ring|phone|text|message|sms|whatsapp|e-?mail|mail|tell|ask|let|dm|send|reply to|respond to) ${person} (?:(?:and|to) (?:tell|say|ask|let)\\b|know\\b|that\\b|saying\\b|back\\b|hi$|(?:i'?m|i am|i'?ll|we'?re|we'?ll|i|he|she|it'?s|where|what|when|how|if)\\b)`,
    "iu",
  ),
  /^(?:call|ring|text|e-?mail|message|tell|let|send) .*(?:\b(?:running (?:late|ten|five)|on my way|be late|saying|back that)\b)/i,
  // sums of money
  /^(?:transfer|send|move|pay|wire|deposit|withdraw|lend|give) (?:me |him |her |\p{L}+ |my \p{L}+ )?(?:an? )?(?:[$£€] ?\d|\d+(?:\.\d+)? ?(?:dollars|bucks|pounds|euros|quid)|(?:\p{L}+[ -])?(?:hundred|thousand|fifty|twenty|ten|thirty|forty|sixty) (?:dollars|bucks|pounds|euros|quid)|money)\b/iu,
  /^(?:change|exchange|convert) .+ (?:in)?to (?:\p{L}+ )?(?:dollars|euros|pounds|yen|crowns|francs|rupees|celsius|fahrenheit|kilos?|miles|km|inches|cups|grams)\b/iu,
  /^(?:add|sum|subtract|multiply|divide) [\d.]+ (?:and|to|by|from|with|plus) [\d.]+[\s?.!]*$/i,
  // food and rides that are brought
  /^(?:order|get|buy) (?:me|us) |^order (?:an?|two|three|some|\d+) (?:(?:extra )?large|medium|small|vegetarian|veggie|vegan|cheese|pepperoni)\b/i,
  /^\d+ ?(?:min(?:ute)?s?|sec(?:ond)?s?|hours?) timer\b/i,
];

/** Words about the world. */
export function isWorldly(text: string) {
  const words = wordsOf(text);
  return holds(words, never) || isSum(words) || worldly.some((pattern) => pattern.test(text));
}

/** A question about the world. "when is the concert" may well be asked of one's own list. */
export const asksOfWorld = (text: string) =>
  isWorldly(text) || (!/^(?:when|what time|what day)\b/i.test(text) && holds(wordsOf(text), mostly));

/** What is never a task, however it is asked for: "do I have new emails". A deed that is asked about is one's own. */
export function isForeign(said: string) {
  const text = said.replace(/^(?:list|schedule|plan)\b/i, "");
  return !listed.test(text) && !deedAsked.test(text) && holds(wordsOf(text), never);
}

const listed =
  /\b(?:tasks?|to-?dos?|to do list|lists?|calendar|diary|agenda|planner|docket|reminders?|reminded|appointments?|meetings?|events?|deadlines?|overdue|errands?|chores?|tagged|priority|my (?:schedule|plans?|day|week|morning|afternoon|evening))\b/i;
const deedAsked =
  /\b(?:need|have|got|supposed|meant|remember|remembered|going|forget|forgotten) to (?!(?:wear|dress|cook|bake|boil|tip|take an? (?:umbrella|coat|jacket|brolly)|bring an? (?:umbrella|coat|jacket|brolly)|spend|make|get to|drive|walk)\b)\p{L}/iu;

const orders = Object.values(services).flat();
/** Beginnings that are an order to somebody else by themselves. */
const aloneOrders = phrases(...orders.flatMap(({ alone }) => alone ?? []));
/** Verbs, and the things that make orders to somebody else of them. */
const ordersOf = orders.flatMap(({ verbs, things }) =>
  verbs && things ? [{ verbs: phrases(verbs), things: phrases(things) }] : [],
);

/** Verbs that look for something; what is looked for in the world is found by others. */
const seeks = phrases(
  "find, find me, find out, look up, look for, search, search for, show, show me, get me, give me, tell me, list, check, check on, pull up",
  "bring up, read me, recommend, suggest, locate, i want to know, i need to know, i want to find",
);

/** A job for another assistant. */
export function isService(text: string) {
  const isKept = kept.test(text) || noted.test(text);
  const words = wordsOf(text);
  const others = words.slice(1);
  if (isKept) return leads(words, timers.verbs) && holds(words, timers.things) && !/\breminder\b/i.test(text);
  return (
    leads(words, aloneOrders) ||
    (leads(words, seeks) && holds(others, never)) ||
    ordersOf.some(({ verbs, things }) => leads(words, verbs) && holds(others, things)) ||
    ordered.some((pattern) => pattern.test(text)) ||
    (!marked.test(text) && isMachineOrder(text))
  );
}

/** What is written down with a mark, or to be called to mind, is one's own. */
const marked =
  /\b(?:make|jot|write|leave) (?:me )?(?:down )?(?:an? )?(?:mental )?notes?\b|#\p{L}|^[-*•]|\bp[1-4]\b|\bpriority\b|\b(?:heads[- ]?up|nudge|prod|shout|poke|reminding|forget)\b|^["']/iu;

/** "make a note to compare insurance quotes" */
const noted =
  /^(?:please )?(?:make|jot|write|leave|take) (?:me )?(?:down )?(?:an? )?(?:mental |quick |little )?notes?\b/i;

/** Whatever is to be kept in mind is a task, of whatever it speaks. */
const kept =
  /\b(?:remind(?:ers?)?|tasks?|to-?dos?|lists?|calendar|diary|appointments?|meetings?|events?|agenda|schedule)\b/i;
/** Only alarms are none, though people set them beside their reminders. */
const timers: { verbs: Phrases; things: Phrases } = {
  verbs: phrases("set, start, cancel, stop, turn off, snooze, delete, wake me, need, create, put"),
  things: phrases("alarm, timer"),
};
