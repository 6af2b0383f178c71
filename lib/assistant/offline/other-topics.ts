/**
 * What people ask of other assistants and this one can't do, in two tables: questions about the world, and services that act on other
 * things than tasks. Both are looked at only where nothing speaks of tasks.
 */
const place = "(?:in|at|near|around|to|from|for) (?:the )?[\\p{L}' ]+";

const questions: RegExp[] = [
  /\b(?:weather|forecast|(?:wear|need|take) an? (?:coat|jacket|umbrella|jumper|sweater)|frost|brolly|cloudy|chilly|storm(?:y|s)?|thunder|temperature|degrees|rain(?:ing|y)?|snow(?:ing)?|sunny|humid(?:ity)?|umbrella|windy|cold outside|hot outside|pollen|air quality|tide|sunrise|sunset)\b/i,
  /\b(?:stocks?|shares (?:drop|rise|fall|doing|worth)|share price|exchange rate|bitcoin|crypto\w*|currency|dow jones|nasdaq|interest rates?|inflation)\b/i,
  /\b(?:my (?:account|bank|checking|savings|credit|card|loan|mortgage|bill|balance|statement|pin|apr|rewards?|points|salary|pay ?check|taxes|w2|401k|insurance|transactions?)|account balance|bank balance|credit (?:score|limit|card)|routing number|direct deposit|overdraft)\b/i,
  /\b(?:news|headlines?|score of|who won|scores?|football|baseball|basketball|soccer|premier league|nba|nfl|world cup|lottery|horoscope|zodiac)\b/i,
  /\b(?:capital of|population of|president of|prime minister|king of|queen of|how (?:tall|old|far|big|deep|high|heavy|fast|hot|cold) (?:is|are|was|does|do)(?! (?:you|u)\b)|how long (?:is|are|was|does|will|do) (?!i\b|my\b|until|till)|distance (?:to|from|between)|who (?:invented|wrote|discovered|founded|directed|sang|sings|painted|is the|was the|played)|when was .+ (?:born|founded|invented|built|discovered|released|written)|what year|meaning of|definition of|synonyms?|antonyms?|define|how (?:do|does|would|can|could|should|to) (?:you|i|we|one|someone|people)? ?(?!do\b|feel|know|look|add|get (?:to|started)|my|the day)\w+|spell|tell me (?:more )?about(?! (?:my|the|today|tomorrow|yourself|you))|square root|derivative|integral|fun times)\b/i,
  /\b(?:what'?s|what is|how much is|how many is|calculate|compute|solve|convert|add up)\b.*\d+ ?(?:[+*/x×÷^-]|plus|minus|times|divided by|percent of|% of|to|in|into) ?(?:\d+|[a-z]+)|^\d[\d\s().]*[+*/×÷-][\d\s().+*/×÷=?-]*$|\bhow many (?:\w+ )?(?:in|are in|make) an? \w+|\b(?:to the power|squared|cubed|factorial)\b/i,
  /\b(?:translate|(?:in|into|to) (?:french|spanish|german|italian|japanese|chinese|portuguese|russian|korean|latin|dutch|polish|arabic|hindi|swedish)|how do (?:you|they|i) say)\b/i,
  /^when (?:did|was|were) (?!i\b|we\b|my\b|our\b|the (?:last|next|appointment|meeting|dentist)|it (?:i|we)\b)|^why (?:is|are|do|does|did|was|were|would)\b|\bsqrt\b|\bdaily dose\b|\bwhere did i (?:park|leave|put|lose) |\bget paid\b|\bshould (?:i|we) (?:eat|wear|watch|cook|listen|order|drink|name|invest)\b|\bis (?:the |my )?[p{L} ]{2,30} (?:open|closed)(?: (?:today|now|tomorrow|on .+))?\??$|\b(?:new|unread|any) e?-?mails?\b|\b(?:is it|it is|is|are) called\b|\b(?:traffic|directions?|navigate|route|nearest|closest|nearby|uber|lyft|train times?|bus times?|gas prices?|calories|carbs|nutrition|ingredients?|recipes?|substitute for|cook time|how (?:do|can|should|would|to) (?:i|you|we|one)?\s*(?:make|cook|bake|boil|fix|build|grow|get to|change|tie|remove|jump|clean|unclog)|side effects?|symptoms?|vaccines?|visa|time ?zone|flight (?:status|number)|gate|mpg|t[iy]re pressure|pressure for|phone number|zip code|postcode|sore throat|headache|last bus|next bus|last train|next train|trams?|takeaway|package (?:arrive|delivered)|tax returns?|voltage|wifi password)\b/i,
  new RegExp(
    `\\b(?:restaurants?|shops?|stores?|hotels?|cinemas?|theatres?|movies? (?:playing|showing)|atms?|pharmac(?:y|ies)|gas stations?|concerts?) (?:${place})`,
    "iu",
  ),
  /\bwhat time is it in\b|\b(?:current|local) time in\b|\btime in [A-Z]\w+/i,
  /\b(?:how much (?:\w+ )?(?:do|does|is|are|did|will|would|should|has|have)(?! i have (?:left )?to)|how much (?:\w+ ){0,3}(?:cost|left in))\b/i,
  /\bwhere (?:can|could|do|is|are|did|should) (?:i|my|the|we)\b(?!.*\b(?:list|tasks?|calendar|begin|start)\b)/i,
];

const music =
  "(?:music|songs?|tracks?|albums?|playlists?|radio|podcasts?|jazz|rock|pop|classical|audio ?books?|spotify|volume|some|video|movie|film|episode|station|sound|netflix|youtube|beatles)";
const device =
  "(?:lights?|lamps?|thermostat|heating|heat|ac|a\\/c|air con\\w*|tv|television|telly|speakers?|blinds?|curtains?|garage door|doors?|vacuum|roomba|hoover|plug|sockets?|fan|coffee ?maker|kettle|oven|brightness|volume|wi-?fi|bluetooth|flashlight|torch|camera|screen|alarm system|sprinklers?|airplane mode|do not disturb|dark mode|ringer|notifications?|phone|accent|whisper mode|language)";

/** The verb stands first; with a date they are something to do ("transfer the deposit on friday"). */
const services: RegExp[] = [
  new RegExp(
    `^(?:play|pause|resume|skip|shuffle|stream|rewind|replay|queue|turn (?:it )?(?:up|down)|volume|mute|unmute|next song|previous song|stop the|louder|quieter|put on)\\b(?=.*\\b(?:${music}|by|next|again|up|down|\\d+)\\b)|^(?:play|resume|pause|louder|quieter|mute|unmute)(?: (?!with|tennis|golf|squash|padel|football|cards|chess|a game)\\p{L}+){0,4}$`,
    "iu",
  ),
  new RegExp(
    `^(?:turn|switch|dim|brighten|lower|raise|open|close|lock|unlock|start|stop|set|adjust|change|increase|decrease|put|make|enable|disable|connect|activate|deactivate|mute)\\b.*\\b(?:the|my|all|your|to|on|off|up|down|a)?\\b ?${device}\\b`,
    "iu",
  ),
  /\b(?:set|start|cancel|kill|stop|create|put|make|turn off|snooze|delete|need|give me|have)\b.*\b(?:alarms?|timers?|stopwatch|countdown)\b|^(?:alarm|timer|stopwatch|wake me(?: up)?|wake (?:us|him|her))\b|^\d+ ?(?:min(?:ute)?s?|sec(?:ond)?s?|hours?) timer\b|\btimer\b/i,
  /^(?:call|ring|phone|dial|facetime|text|message|sms|whatsapp|e-?mail|tell|ask|send|reply to|respond to|let|invite|dm|tweet|retweet|post)\b.*\b(?:(?:and|to) (?:tell|say|ask|let)|that (?:i'?m|i am|i'?ll|we'?re|i)\b|saying|i'?m (?:running|on my way|going)|running (?:late|ten)|a (?:message|text|tweet|selfie)|an? (?:e-?mail|text|sms)(?: message)?|back that|on (?:twitter|facebook|instagram|whatsapp|slack))\b|^(?:tweet|retweet|facetime|dial)\b|^send (?:an? |my |the )?(?:text|message|sms|money|location|\$|£|€|\d)/i,
  /^(?:transfer|send|move|pay|wire|venmo|zelle|deposit|withdraw) (?:me |him |her |\p{L}+ )?(?:an? )?(?:[$£€] ?\d|\d+(?:\.\d+)? ?(?:dollars|bucks|pounds|euros|quid)|(?:\p{L}+[ -])?(?:hundred|thousand|fifty|twenty|ten|thirty|forty|sixty) (?:dollars|bucks|pounds|euros|quid)|money)\b|^(?:freeze|unfreeze|activate|block|report) my\b/iu,
  /^(?:order|get|book|reserve|find|rent|hail|request|buy) (?:me|us) (?:an?|some|the|\d+|two|tickets?)\b|^(?:book|reserve|find|get|order) (?:(?:an?|the|some|two|three|four|\d+|one[- ]way|round[- ]trip|return|cheap\w*|economy|business|first class) )*(?:flights?|hotels?|seats?|tickets?|(?:plane|train|bus) tickets?|rooms? (?:in|at|near|for)|cars? (?:rental|hire|to)|rental car|taxi|cab|uber|lyft|airbnb|pizzas?|table(?:s)? (?:for|at)|restaurant|reservation|food|takeaway|takeout|chinese|sushi)\b|^(?:order|reorder) (?:pizza|food|takeaway|takeout|chinese|sushi|dinner|lunch|a pizza|an? (?:uber|taxi|cab|lyft))\b/i,
  /^(?:write|compose|draft|generate|create|make up|come up with|give me|suggest|recommend|think of|name|list|tell me|explain|describe|summari[sz]e|show me|find me|find|get me|search|pull up|look up|read me|read)\b (?:me |us |for )?(?:an? |some |the |ten |five |three |\d+ )?(?:[\p{L}\d-]+ ){0,3}?(?:poems?|story|stories|songs?|haikus?|essays?|jokes? about|code|python|javascript|function|script|recipes?|cover letter|speech|lyrics|limerick|slogan|blog post|names? (?:for|of)|ideas? for|restaurants?|movies?|books to read|gift ideas|synonyms?|quotes?|facts? about|polite e-?mail|e-?mail to|history of|pictures?|images?|photos? of|wikipedia|articles?|websites?|countries|capitals|reviews?|directions|flights?|hotels?|weather|news|audio ?book|bible)\b/iu,
  /^(?:google|bing|search (?:the |on )?(?:web|internet|google|online|wikipedia|youtube)|look (?:it |that |this )?up (?:on|online)|browse|(?:open|launch|start|close|install|download|update) (?:the |my )?(?:browser|app|camera|settings|youtube|spotify|netflix|website|maps|google\w*|whatsapp|instagram|facebook|calculator|chrome|zoom|gallery|phone|software|tiktok))\b/i,
  /^(?:take|snap|record|capture) (?:me |us )?(?:an? |my )?(?:photo|picture|pic|selfie|screenshot|video|voice memo)\b/i,
  /^(?:flip|toss) (?:an? |the )?coin\b|^roll (?:an? |the |some |two |\d+ )?(?:dic?e|d\d+)\b|^(?:pick|choose|guess) a (?:random )?(?:number|card)\b|^(?:let'?s )?play (?:an? )?(?:game|trivia|quiz)\b|^(?:spin|shuffle)\b/i,
  /^(?:navigate|take me|drive me|give me directions|show me the (?:way|route)|avoid (?:the )?(?:tolls?|toll roads?|highways?|motorways?|traffic))\b|^(?:how do i get to|directions to|route to)\b/i,
  /^(?:next|previous|last) (?:track|song|episode|chapter|station|channel|page|slide)\b|^(?:brew|make|pour|bake|fetch|bring) me\b|^(?:store|save|delete|block) (?:this |that |the )?(?:number|contact)\b|^(?:start|stop|begin) (?:hoovering|vacuuming|mopping|recording|cleaning the .* with)\b|\bpost on (?:my|his|her) (?:wall|feed|timeline|story)\b|^pay .+ (?:from|with|using) (?:my )?(?:checking|savings|card|account|paypal)\b|^transfer (?!.*\b(?:photos?|files?|data)\b)|^(?:change|exchange|convert) .+ (?:in)?to (?:\p{L}+ )?(?:dollars|euros|pounds|yen|crowns|francs|rupees|celsius|fahrenheit|kilos?|miles|km|inches|cups|grams)\b|^(?:text|ring|call|phone|dial|message) (?:\p{L}+) (?:i'?m|we'?re|that|and|to say)\b/iu,
  /^(?:cool|heat|warm) (?:the|my) (?:house|room|flat|car|place)\b|^tune (?:in )?to\b|^(?:mail|e-?mail|text|message) \p{L}+ that\b|^put (?:some|on some) \p{L}+ on$|^telephone \b|^cite\b|^(?:restaurants?|shops?|pharmac(?:y|ies)) (?:open|near)|^(?:train|bus|flight) times?\b|^(?:calculate|compute|convert|translate|spell|define|solve|multiply|divide|subtract)\b/iu,
  /^(?:share|track|find|locate|ping) my (?:location|phone|keys|package|order|parcel|car|friend)\b|^(?:speak|talk) (?:slower|faster|louder|up|quieter|in|more|a (?:bit|little))\b|^(?:change|switch|use|set) (?:your|the) (?:language|voice|accent|speed)\b|^change your (?:name)\b|^(?:repeat (?:that|what you said|yourself)|say (?:that|it) again|stop talking|be quiet|shut up|whisper|sync|reboot|restart (?:the|my|your)?(?: phone| computer| router| device)?|turn yourself)\b/i,
];

/** A question about the world. */
export const isWorldly = (text: string) => questions.some((pattern) => pattern.test(text));

/** A job for another assistant. */
export const isService = (text: string) =>
  (!kept.test(text) || /\b(?:alarm|timer)\b/i.test(text)) && services.some((pattern) => pattern.test(text));

/** Whatever is to be kept in mind is a task, of whatever it speaks. */
const kept =
  /\b(?:remind(?:ers?)?|tasks?|to-?dos?|lists?|calendar|diary|appointments?|meetings?|events?|agenda|schedule)\b/i;
