/** What people call the thing that holds a task, and the place where tasks stand. Pieces of patterns. */

const things = "(?:things|stuff|chores|items|tasks|errands|jobs|to[- ]?dos?|groceries|reminders|events)";
const purpose =
  "(?: (?:that )?(?:i |we )?(?:(?:need|have|want|ought|got) )?(?:to )?(?:do|be done|complete|get(?: done)?|buy|finish|accomplish|pick up|take care of|remember))?";

/** "my shopping list", "the list of things to do", "our family calendar" */
export const listPhrase = `(?:(?:my|the|our|your|this|that|a) )?(?:(?!to |on |in |for )[\\p{L}\\d'&-]+ ){0,3}?(?:(?:to[- ](?:do|read|watch|buy|get|pack|try|cook|call|visit|see|eat) )?lists?|to[- ]?dos?(?: list)?|tasks|agenda|docket|schedule|planner|calendar|diary|inbox|reminders|(?:errands|chores|stuff|shopping|groceries)(?! lists?\\b))(?: of ${things}${purpose})?(?: ${things})?(?: for me)?`;

const onto = "(?:to|on|onto|in|into|under|at|for|down (?:on|in|to)|with)";
const named = "(?:shopping|grocery|groceries|to[- ]?do|task|chores?|packing|errands?|wish|bucket)";

/** "… to my shopping list", and "… the grocery list", whose preposition was lost. */
export const destination = `(?:(?:,? ?(?:back|down|up))? ${onto} (?:${listPhrase}|there)| (?:the|my) ${named} list)`;

const quality =
  "(?:new|quick|following|extra|additional|separate|simple|little|small|short|personal|work|calendar|to[- ]?do|high(?:[- ]priority)?|low(?:[- ]priority)?|medium(?:[- ]priority)?|urgent|important|daily|weekly|monthly|yearly|annual|recurring|repeating|all[- ]day|top[- ]priority|\\d+[- ](?:minute|min|hour|hr))";

/** What stands before the noun: "another new high priority …". */
export const before = `(?<extra>(?:(?:me|us|an?|the|another|one more|this|some|these|one|two|three|my|our|any) )*(?:${quality} )*)`;

/** Nouns that only say that something is to be kept in mind, never a part of its title. */
export const holder =
  "(?:tasks?|to[- ]?dos?(?: items?| tasks?| list items?)?|(?:list |action )?items?|reminders?(?: notes?)?|todo list items?|entr(?:y|ies)|chores?|errands?|events?(?: reminder)?|calendar (?:events?|entr(?:y|ies))|notifications?|alerts?|notes?(?: to (?:self|myself))?|things?|memos?|lists?(?= (?:called|named|for)\\b))";

/** Nouns that hold a task when its name follows ("an appointment called Outback"), and are the task otherwise. */
export const occasion =
  "(?:appointments?|meetings?|dates?|calls?|sessions?|slots?|bookings?|engagements?|conferences?|interviews?|calendar appointments?)";

/** What leads from the holder to the title. */
export const naming =
  "(?:called|named|titled|labell?ed|entitled|known as|that says|which says|saying|that reads|with (?:the )?(?:title|name|subject|description)(?: of)?|by the name of|:)";
