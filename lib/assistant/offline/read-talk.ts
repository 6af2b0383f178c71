import type { Command, Topic } from "./command";
import { otherTopics } from "./lexicon";

const end = "[\\s.!?,:;)(-]*$";
const topics: [Topic, RegExp][] = [
  [
    "hello",
    new RegExp(
      `^(?:hi+|hey+|hello+|hiya|howdy|yo|hola|greetings|sup|good (?:morning|afternoon|evening|day)|morning|evening|hey there|hi there|hello there|hello again|what'?s up|wassup|whats up)(?: (?:there|docket|assistant|again|everyone|all|friend|buddy|mate|man|dude))*${end}`,
      "i",
    ),
  ],
  [
    "bye",
    new RegExp(
      `^(?:bye+|good ?bye|bye bye|see (?:you|ya)(?: later| tomorrow| soon)?|good ?night|later|ciao|cheerio|talk (?:to you )?later|take care|have a (?:good|nice|great) (?:day|one|evening|weekend|night)|that'?s (?:all|it)(?: for (?:now|today))?)(?: .{0,20})?${end}`,
      "i",
    ),
  ],
  [
    "thanks",
    new RegExp(
      `^(?:(?:ok(?:ay)?|great|cool|perfect|awesome|nice|alright|no)[,!. ]*)*(?:thanks|thank you|thx|ty|cheers|much appreciated|i appreciate (?:it|that)|many thanks|tysm|appreciate it)(?: (?:a lot|so much|very much|again|for .*|docket|mate|man|a bunch|a million|!))*${end}`,
      "i",
    ),
  ],
  [
    "how",
    new RegExp(
      `^(?:how are (?:you|things)|how'?s it going|how do you do|how are you doing|how have you been|you ok(?:ay)?|are you (?:ok|okay|well|there|alive|awake|happy|busy|bored|tired)|how was your (?:day|weekend)|how do you feel|what are you (?:doing|up to)|how'?re you)\\b.*${end}`,
      "i",
    ),
  ],
  [
    "who",
    /^(?:who|what) (?:are|r) (?:you|u)\b|^(?:what'?s|what is|do you have) (?:your|a) name\b|\b(?:are you (?:a |an )?(?:robot|bot|human|real|ai|person|chatgpt|gpt|machine|computer|alive|smart|sentient|model|llm))\b|^who (?:made|built|created|programmed|wrote|trained|designed) (?:you|this)|^(?:where are you (?:from|located)|how old are you|what languages? do you speak|where do you live|do you (?:sleep|eat|dream|have (?:feelings|friends|a family)|like|love|know me|remember me)|what(?:'s| is) your (?:favou?rite|age|job|purpose)|what model are you|tell me about yourself|introduce yourself)\b/i,
  ],
  [
    "help",
    /^(?:help(?: me)?(?: out)?(?: please)?|\?+|what can (?:you|i|u) (?:do|ask|say)(?: .*)?|what (?:do|are) you (?:do|capable of|able to do)|how (?:do|does|can|should) (?:i|this|you|it) (?:work|use|start|begin|get started|use (?:this|you|it)|add|create|delete|mark|complete|undo|change|move|edit|set|talk to you|help(?: me)?)\b.*|(?:show|give) me (?:some )?(?:examples?|help|commands|instructions)|instructions|commands|what (?:commands|features|can i)\b.*|i need (?:some )?help|can you help(?: me)?(?: out)?|i(?:'m| am) (?:lost|stuck|confused|new here)|i don'?t (?:know|understand)(?: .*)?|what (?:else )?(?:can|do) you (?:do|offer|help with)\b.*|how (?:can|do) you help.*|explain (?:yourself|how .* works?)|tutorial|get(?:ting)? started|menu|options)[\s.!?]*$/i,
  ],
  [
    "praise",
    new RegExp(
      `^(?:(?:that'?s |this is |it'?s |you(?:'re| are) |so |very |really |pretty |how )*(?:nice|great|cool|awesome|amazing|perfect|excellent|wonderful|fantastic|good job|well done|nice (?:one|job|work)|good (?:bot|work)|brilliant|sweet|lovely|neat|impressive|the best|helpful|smart|clever|wow|good|beautiful|nailed it|a lifesaver|love it)[,!. ]*)+(?:docket|job|work|assistant|bot|thanks?)?${end}|^i (?:like|love) (?:it|this|that|you|this app|docket)\\b.*$`,
      "i",
    ),
  ],
  ["sorry", new RegExp(`^(?:sorry|my bad|i'?m sorry|apologies|oops|whoops|my mistake|pardon)(?: .{0,25})?${end}`, "i")],
  [
    "joke",
    /\b(?:tell (?:me|us) (?:a|another|some|something)(?: good| funny)? ?(?:jokes?|story|funny|fun fact|riddle)?|make me laugh|say something (?:funny|nice)|sing (?:me )?(?:a song|something)|know any jokes|a joke)\b/i,
  ],
  [
    "love",
    new RegExp(
      `^(?:(?:do you|will you|would you) (?:love|like|marry|date) me|i hate (?:you|this)|you(?:'re| are) (?:stupid|dumb|useless|bad|terrible|the worst|annoying|wrong|funny|cute|welcome)|i'?m (?:bored|tired|sad|happy|hungry|lonely|stressed|busy|sick|fine|good|ok|okay|great|back|here|so .{2,12})|what a (?:day|week|morning)|this sucks|ugh+|omg|lol|lmao|haha+|hehe+|rofl|meh|hmm+)(?: .{0,15})?${end}`,
      "i",
    ),
  ],
  [
    "fine",
    new RegExp(
      `^(?:ok(?:ay)?|k|kk|alright|all right|fine|got it|i see|understood|makes sense|sounds good|right|cool|good|gotcha|noted|fair enough|no problem|np|no worries|whatever|interesting|really|true|indeed|of course|never ?mind|forget it|nothing|not now|test(?:ing)?|hmm+|oh|ah+|wow|(?:it )?doesn'?t matter)(?: (?:then|thanks|ok))?${end}`,
      "i",
    ),
  ],
];

/** Small talk, or a call for help. */
export function readTalk(text: string): Command | null {
  const topic = topics.find(([, pattern]) => pattern.test(text.trim()))?.[0];
  return topic ? { do: "talk", topic } : null;
}

/** What another assistant might do: the weather, music, sums. */
export const isOtherTopic = (text: string) => otherTopics.some((pattern) => pattern.test(text));
