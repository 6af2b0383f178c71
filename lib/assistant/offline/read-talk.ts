import type { Command, Topic } from "./command";
import { isForeign } from "./other-topics";
import { asksForTasks } from "./read-list";

const end = "[\\s.!?,:;)(-]*$";
const name =
  "(?:there|sunshine|darling|honey|gorgeous|world|my love|docket|assistant|computer|again|everyone|all|friend|buddy|mate|man|dude|dear|love|pal|bot|olly|to you(?: too)?|everybody|guys|folks|bro|sir|my (?:dear|friend))";

const topics: [Topic, RegExp][] = [
  [
    "hello",
    new RegExp(
      `^(?:hi+|hey+|hello+|hiya|howdy|yo|hola|bonjour|greetings|sup|good (?:morning|afternoon|evening|day)|morning|evenin[g']?|afternoon|hey there|hi there|hello there|hello again|what'?s (?:up|new|happening)|wassup|whats up|nice to meet you|pleased to meet you|long time no see|i'?m back|knock knock|anybody (?:there|home)|are you there|you there)(?:[, ]+${name})*${end}`,
      "i",
    ),
  ],
  [
    "bye",
    new RegExp(
      `^(?:(?:ok(?:ay)?|alright|well|right|thanks|nice (?:seeing|talking to|chatting with) you|it was (?:nice|good|great) (?:seeing|talking to|meeting) you)[, ]+)*(?:bye+|good ?bye|bye bye|see (?:you|ya|u)(?: later| tomorrow| soon| around| next time)?|good ?night|night night|later|ciao|cheerio|ta ?ta|toodles|talk (?:to you )?later|ttyl|take care|farewell|so long|adios|au revoir|have a (?:good|nice|great|lovely|wonderful) (?:day|one|evening|weekend|night|time)|that'?s (?:all|it|everything)(?: (?:for (?:now|today)|i (?:need|wanted|have)))?|i'?m (?:off|done|leaving|going|out)(?: (?:now|to bed|for (?:today|now)))?|i (?:have|need|must|gotta|got) to (?:go|leave|run)(?: now)?|gotta (?:go|run)|nice (?:seeing|talking to|chatting with|meeting) you(?: bye)?)(?:[, ]+.{0,20})?${end}`,
      "i",
    ),
  ],
  [
    "thanks",
    new RegExp(
      `^(?:(?:ok(?:ay)?|great|cool|perfect|awesome|nice|alright|no|ah|oh|wow|brilliant|lovely)[,!. ]*)*(?:(?:many |big |a million )?thanks?|thank (?:you|u|ya)|thanx|thankyou|thx|ty|tyvm|cheers|ta|much (?:appreciated|obliged)|(?:i )?(?:really )?appreciate (?:it|that|you|the help|your help)|tysm|i(?:'m| am) (?:so |very )?grateful|you(?:'ve| have) been (?:so |very |really )?(?:helpful|great|a (?:great )?help|kind))(?:[, ]+(?:a lot|alot|so much|very much|again|for .*|docket|mate|man|a bunch|a million|ever so|heaps|loads|dear|love|kindly|everyone|buddy|you(?:'re| are) .*|that .*|!))*${end}`,
      "i",
    ),
  ],
  [
    "how",
    new RegExp(
      `^(?:how (?:are|r) (?:you|u|things|we)|how'?s (?:it going|life|tricks|things|everything|your (?:day|week|morning|evening|night))|how (?:is|was) (?:your|it)|how do you do|how have you been|how do you feel|(?:are )?you (?:ok(?:ay)?|al?right|all right|well|good|there|alive|awake|happy|busy|bored|tired|sad|hungry|angry|mad|upset)|what (?:are|r) (?:you|u) (?:doing|up to|thinking)|how'?re you|did you (?:sleep|have a)|what'?s (?:going on|wrong) with you)\\b.*${end}`,
      "i",
    ),
  ],
  [
    "time",
    /^(?:(?:what'?s|whats|what is|tell me|give me|do you (?:know|have)|got|say)? ?(?:me )?)?(?:what )?(?:the )?(?:current )?(?:time|date|day|day of the week|year|month)(?: and (?:date|time))?(?: (?:is it|it is|now|right now|today|today'?s|is today|currently|please|it is now|of (?:the )?(?:day|week|month)))+[\s.?!]*$|^(?:what'?s|whats|what is|tell me) (?:the |today'?s )?(?:current )?(?:time|date|day|day and date)[\s.?!]*$|^what day (?:is it|is today|of the week is it|are we)(?: today)?[\s.?!]*$/i,
  ],
  [
    "who",
    /^(?:who|what) (?:are|r) (?:you|u)\b|^(?:what'?s|what is|do you have|tell me|can i know) (?:your|a) name\b|\b(?:are you (?:a |an )?(?:robot|bot|human|real|ai|person|chatgpt|gpt|machine|computer|alive|smart|sentient|model|llm|man|woman|girl|boy))\b|^who (?:made|built|created|programmed|wrote|trained|designed|owns|developed|invented|do you work for|is your)\b.*\b(?:you|this|ai|assistant|app|your)\b|^who (?:is your|owns you|do you work for|are your)\b|^(?:where (?:are|were|do|did) you\b|how old (?:are|r) (?:you|u)|which languages? (?:do|can) you|what languages? (?:do|can) you|do you (?:sleep|eat|dream|have (?:feelings|friends|a |any|kids|children|pets)|like|love|know (?:me|who i|siri|alexa)|remember me|get|believe|want|enjoy|prefer|think|speak|understand|drink|ever|exist|work for)|what(?:'s| is) your (?:favou?rite|age|job|purpose|birthday|gender|opinion)|what do you (?:think|like|want|eat|look like|believe)|what model are you|tell me (?:something )?about yourself|introduce yourself|will you (?:tell me who|be|take over)|(?:can|do|could) you (?:understand|think|feel|learn|dream|love|dance|cook|swim|fly|see me|hear me|speak)\b)/i,
  ],
  [
    "help",
    /^(?:(?:can|could|do|does|will) (?:you|u|it|this|docket) (?:do|handle|support|manage|deal with|understand|cope with|know about) (?!(?:it|that|this|me|my|the|what|if|when|how|a task)\b)(?:[\w-]+ ?){1,4}|(?:can|could|do) (?:you|u) (?:also )?(?!show|list|read|give|tell|see|delete|remove|clear)(?:\w+ ){1,3}(?:things|stuff|tasks|lists|reminders|notes)|\/?(?:please )?help(?: me)?(?: out)?(?: please)?(?: (?:menu|page|section|center|centre))?|open help|\?+|what (?:all )?(?:can|could) (?:you|i|u) (?:do|ask|say|help)(?: .*)?|what (?:do|are) you (?:do|capable of|able to do|good (?:at|for))\b.*|what (?:kinds?|sorts?|types?) of (?:things|stuff|tasks|commands|questions)\b.*|how (?:it|does it|does this|do you|do these) works?\b.*|how (?:do|does|can|should|would|to) (?:i|this|you|it|we)? ?(?!.*\b(?:oil|t[iy]res?|diapers?|nappy|bulbs?|cakes?|recipe|filters?|sheets|batter(?:y|ies)|bed|rice|eggs?)\b)(?:\w+ )?(?:work|use|start|begin|get started|add|attach|create|delete|mark|complete|undo|change|chnage|move|edit|set(?: up)?|talk to you|help(?: me)?|rename|search|see|filter|share|export|import|sync|tag|reorder|sort|make a (?:task|list|reminder|new list)|turn on|turn off|get a)\b.*|(?:show|give) me (?:some )?(?:examples?|help|commands|instructions|tips)|instructions|commands|what (?:commands|features|options)\b.*|what can i (?:do here|do with|say|ask|type|tell)\b.*|(?:i need|i could use|need) (?:some |a bit of )?(?:help|assistance)\b.*|can you help(?: me)?(?: out)?|i(?:'m| am) (?:lost|stuck|confused|new here|not (?:very |too |so )?(?:good|sure|great) (?:with|how|at|what)\b.*)|(?:(?:show|tell|teach) me )?how (?:do |does )?(?:\w+ ){1,3}works?|(?:can|do|could) (?:you|u) (?:also )?(?:keep|have|make|manage|offer|hold) (?:an? |my )?(?:\w+ ){0,2}lists?(?: as well| too)?|i don'?t (?:know|understand)(?: (?:how|what|this|you|it|that)\b.*)?|what (?:else )?(?:can|do) you (?:do|offer|help with)\b.*|(?:how|what) (?:can|do) you (?:help|do)\b.*|explain (?:yourself|how .* works?(?: here)?|what to do|this|it)|(?:can|could) you explain\b.*|tutorial|get(?:ting)? started|menu|options|what'?s the difference between\b.*|where (?:does|is|do) (?:my|the|you) data\b.*|is (?:my|the) data\b.*|(?:do|can|does) (?:you|this(?: thing| app)?|it|the app|docket) (?:support|connect|sync|integrate|work (?:with|offline|without)|handle|cost|have (?:an? )?(?:app|api|feature|option|reminders|dark mode|limit|mobile))\b.*|(?:is it possible|are (?:you|we) able|how|can i|could i) (?:to )?(?:share|export|sync|print|colou?r|customi[sz]e|back ?up|password|invite)\b.*|is there (?:an? )?(?:app|way to|limit|option|mobile|dark mode|shortcut)\b.*|can i (?:share|connect|export|import|sync|attach|invite|talk|type)\b.*\?*|can i (?:set|use|add|have|make|change|put) (?:an? |my |more |the |multiple |several |you |other )?(?:recurring|multiple|sub-?tasks?|colou?rs?|folders?|projects?|lists|reminders|photos?|pictures?|files?|people|others|google|outlook|apps?|offline|voice)\b.*\?*)[\s.!?]*$/i,
  ],
  [
    "praise",
    new RegExp(
      `^(?:(?:wow|oh|ah|aw+|ok(?:ay)?|well|yes|yeah)[,!. ]+)*(?:(?:(?:that(?:'s| is| was)|that answer (?:is|was)|this (?:is|app is|thing is)|it(?:'s| is| was)|you(?:'re| are|'ve been| were|r)|u r|so|very|really|pretty|how|what a|absolutely|totally|such an?|quite|you|an?|the|just) )*(?:nice|great|cool|awesome|amazing|perfect|excellent|wonderful|fantastic|good job|well done|great job|nice (?:one|job|work)|good (?:bot|work|stuff|one|girl|boy)|brilliant|sweet|lovely|neat|impressive|impressed|the best|helpful|useful|smart|clever|wow|good|beautiful|nailed it|(?:an? )?(?:absolute |total |real )?(?:lifesaver|legend|star|genius|angel|godsend|gem|champ)|love it|superb|splendid|correct|spot on|marvellous|fab(?:ulous)?|incredible|funny|freaking funny|hilarious|fun|kind|sweet|cute|interesting)[,!. ]*)+(?:docket|job|work|assistant|bot|thanks?|honestly|indeed|really|at this|at that|help|to me|you are|app|stuff|thank you|mate)*${end}|^i(?:'m| am)? (?:really |so |just |very )?(?:like|love|adore|enjoy|impressed|happy|glad|pleased|grateful)\\b (?:it|this|that|you|with|docket|how|the way|using|talking)\\b.*$|^(?:well done|good job|nice work|great job|keep it up|you rock|you rule)\\b.*$`,
      "i",
    ),
  ],
  [
    "sorry",
    new RegExp(
      `^(?:sorry|my bad|i'?m (?:so |very |really )?sorry|apologies|oops|whoops|my mistake|pardon|excuse me|i apologi[sz]e)(?: .{0,25})?${end}`,
      "i",
    ),
  ],
  [
    "joke",
    /\b(?:(?:give|say|share|tell|crack) (?:me |us )?an? (?:[\w-]+ ){0,3}(?:joke|riddle|pun)|tell (?:me|us) (?:a|an|another|some|something|your)(?: (?:good|funny|best|fun|random|interesting|cool|dad|knock knock|scary|new))* ?(?:jokes?|story|funny|facts?|riddles?|interesting|cool|secret|poem)?|make me (?:laugh|smile)|cheer me up|say something(?: (?:funny|nice|else|interesting))?|sing(?: (?:me|for me|to me))?(?: (?:a song|something|happy birthday|a lullaby|along))?$|know (?:any|a good) (?:jokes?|riddles?|stories)|an?(?:other)? joke|fun facts?|entertain me|surprise me|amuse me|do (?:a trick|an impression|a barrel roll)|rap for me|beatbox)\b/i,
  ],
  [
    "love",
    new RegExp(
      `^(?:(?:do you|will you|would you|can you) (?:love|like|marry|date|hug|kiss|miss|be my)\\b.*|i (?:love|hate|like|miss) (?:you|this|u|mondays?|my (?:job|boss|life)|everything|everyone|people|work)|i(?:'m| am|m)? (?:feeling |feel |so |very |really |just |kind of |a bit |a little |absolutely |totally |pretty |bloody |quite )*(?:bored|tired|sad|happy|hungry|lonely|stressed|busy|sick|fine|good|ok|okay|great|back|here|depressed|anxious|exhausted|shattered|knackered|overwhelmed|excited|nervous|scared|angry|mad|upset|drunk|cold|hot|thirsty|ill|unwell|down|blue|lost|swamped|worried|annoyed|frustrated|poorly|sleepy|dying|dead|done)\\b.*|you(?:'re| are|r)? (?:so |very |really |a |an |bloody |fucking |just |such a |kind of |no )*(?:stupid|dumb|useless|bad|terrible|the worst|annoying|wrong|funny|cute|welcome|rude|slow|idiot|help|joke|crap|rubbish|hopeless|boring|weird|crazy|creepy|old|ugly|mean|fired|liar|broken|not (?:listening|helping|helpful|funny|smart|nice|very))\\b.*|you (?:got|have) (?:that|it|this) wrong\\b.*|(?:that|this|it)(?:'s| is| was) (?:not (?:right|funny|true|correct|helpful|good|what)|wrong|bad|terrible|awful|useless|stupid|rubbish|crap|annoying|sad|too bad|a shame|weird|confusing|crazy|boring)\\b.*|what a (?:day|week|morning|night|life|mess|shame|pity|joke)\\b.*|this (?:sucks|is (?:awful|terrible|hard))|ugh+|omg|lol|lmao|haha+|hehe+|rofl|meh|hmm+|fuck(?: (?:off|you|this))?|shit|damn|screw you|shut up|whatever|go away|hell no|wtf|bored|boo+|yay+|woo+\\w*|hooray|congratulations|congrats|happy (?:birthday|new year|christmas|easter|holidays|friday)|merry christmas|cheer up|good luck|bless you|god bless)(?: .{0,15})?${end}`,
      "i",
    ),
  ],
  [
    "fine",
    new RegExp(
      `^(?:(?:um|uh|oh|well|ah|no|yes|yeah|ok(?:ay)?)[,. ]+)*(?:ok(?:ay)?|k|kk|alright|all right|fine|got it|i see|understood|makes sense|sounds good|right|cool|good|gotcha|noted|fair enough|no problem|np|no worries|whatever|interesting|really|true|indeed|of course|never ?mind|forget it|nothing|not now|(?:just |please )*leave (?:me|us)(?: alone| be| in peace| to it)|test(?:ing)?(?: (?:one|1|123|this|test|two|three|,)*)*|hmm+|(?:let me|lemme) (?:think|see)(?: about (?:it|that))?|oh|ah+|wow|(?:it )?doesn'?t matter|i (?:don'?t )?(?:think|guess|suppose|believe|hope|know|doubt|agree|disagree|understand|get|mean)(?: (?:so|not|it|that))?|maybe|perhaps|probably|possibly|could be|i'?m not sure|not sure|sure thing|as you (?:wish|like)|if you say so|that(?:'s| is)? (?:fine|ok(?:ay)?|all ?right|it|true|right|interesting|enough|good to know)|good to know|exactly|absolutely|anyway|so|and|well|what|huh|eh|come again|pardon|say (?:that|it|what)?(?: ?again)?|(?:(?:can|could) you )?(?:please )?repeat (?:that|it|what you (?:just )?said|yourself)\b.*|ha+(?:ha)* good one|call me (?!an? |later|back|tomorrow|today|when)[a-z]+(?: from now on)?|(?:hold on|hang on|wait)(?: (?:a|one|just a) (?:second|sec|minute|moment|mo|bit))?|one (?:moment|second|sec|minute)|just a (?:moment|second|sec|minute)|hang on|give me a (?:moment|second|sec|minute)|(?:yes|no)(?: (?:i do|i don'?t|it is|it isn'?t|you (?:are|can|may)|thanks?))?)(?: (?:then|thanks|ok|really|with me|by me))?${end}`,
      "i",
    ),
  ],
];

/** Small talk, or a call for help. */
export function readTalk(text: string): Command | null {
  const topic = topics.find(([, pattern]) => pattern.test(text.trim()))?.[0];
  return topic && !(topic === "help" && isForeign(text)) ? { do: "talk", topic } : null;
}

/** A question to the assistant about itself. */
export const isAboutAssistant = (text: string) =>
  /\b(?:you|your|yours|yourself|u)\b/i.test(text) &&
  !asksForTasks(
    text.replace(/\b(?:you|your|yourself)\b/gi, " ").replace(/\b(?:plans?|anything|behind|things?|stuff)\b/gi, " "),
  );

/** People speak of themselves, of others and of what they feel: nothing to do, and nothing to be declined. */
export const isChat = (text: string) =>
  /^(?:i|i'm|im|i've|we|we're|we've|you|you're|your|he|she|they|it|it's|its|that|that's|thats|this|there|my|our|life|people|everyone|everybody|nobody|someone|so|such|how|what an?|why (?:is|are|do|does|am|can'?t|me)|oh|no|not|too|very|really|never|always|sometimes|maybe|good|bad|nice|great|poor|lucky|well|guess|if|when|because|hope|wish|seriously|honestly)\b/i.test(
    text,
  ) || /\b(?:lol|haha|you|your)\b/i.test(text);
