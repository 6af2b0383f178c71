/**
 * What people tell other assistants to do, field by field. `alone` begins an order whatever follows; a verb of `verbs` needs one of
 * the `things` somewhere after it. What people buy, clean, pay, write or bring themselves stands in none of these: it is something to do.
 */
type Field = { alone?: string; verbs?: string; things?: string };

export const services: Record<string, Field[]> = {
  media: [
    {
      alone: `i want to hear, i want to listen, i want to watch, i wanna hear, i wanna listen, i wanna watch,
        would like to hear, i feel like listening, let me hear, pause, unpause, resume, rewind, fast forward,
        shuffle, unshuffle, mute, unmute, replay, louder, quieter, softer, stream, volume, skip this, skip the,
        skip it, skip song, next song, next track, next episode, next chapter, next station, next channel,
        switch to channel, change the channel, go to the next,
        go to the previous, go back a song, go back ten, go back thirty, go back 10, go back 30,
        skip to, skip, previous song, previous track, last track, crank, tune in, tune to, tune into, turn it up,
        turn it down, turn that up, turn that down, turn up, turn down`,
    },
    {
      verbs: `play, put on, start, stop, queue, queue up, listen to, hear, repeat, loop, open, continue, find,
        search, search for, get, give, recommend, suggest, read, read me, want to hear, rate, like, dislike,
        watch me`,
      things: `music, song, tune, track, album, playlist, radio, radio station, station, fm, podcast, jazz, rock,
        pop, classical, hip hop, rap, country music, reggae, blues, metal, techno, mozart, beethoven, beatles,
        audiobook, audio book, spotify, pandora, soundtrack, lullaby, white noise, rain sounds, movie, film, video,
        episode, trailer, netflix, youtube, tv show, something relaxing, something upbeat`,
    },
    {
      verbs: "add, save, put, remove, delete, like",
      things: `this song, that song, song to, this track, this album, playlist, to favourites, to favorites,
        to my favourites, to my favorites, to my library, to my music, music library, to my queue, to the queue`,
    },
    {
      verbs: "put on, switch to, download, subscribe to, unsubscribe from, record, turn to, turn on, resume",
      things: "news, npr, bbc, cnn, espn, tv, radio, fm, podcast, episode, channel, the game, the match",
    },
  ],
  devices: [
    {
      alone: `turn on, turn off, switch on, switch off, turn the lights, turn the light, turn the volume,
        turn the tv, turn the heating, turn the heat, turn all the lights, turn out the light, turn out the lights,
        dim, brighten, unlock, power on, power off, power down, preheat, vacuum now, start vacuuming,
        start hoovering, start cleaning, lights on, lights off, light on, light off, shut down, reboot, hibernate,
        factory reset`,
    },
    {
      verbs: `turn, switch, lower, raise, open, close, shut, lock, start, stop, set, adjust, increase, decrease,
        reduce, enable, disable, connect, disconnect, pair, activate, deactivate, run, heat, cool, warm`,
      things: `light, lamp, thermostat, heating, heat, heater, ac, a c, air conditioning, air conditioner, air con,
        aircon, temperature, tv, television, telly, speaker, blind, curtain, shade, shutter, garage door, front door,
        back door, door, gate, vacuum, vacuum cleaner, robot vacuum, robot cleaner, roomba, hoover, plug, smart plug,
        socket, outlet, fan, coffee maker, coffee machine, kettle, oven, dishwasher, washing machine, dryer,
        brightness, volume, wifi, wi fi, bluetooth, flashlight, torch, camera, screen, security system,
        burglar alarm, sprinkler, channel, hot tub, fireplace, humidifier, airplane mode, aeroplane mode,
        do not disturb, dark mode, night mode, silent, silent mode, vibrate, ringer, ringtone, notification sound,
        notification, house to, room to, degrees, colour to, color to, blue, red, green, whisper mode, accent,
        your voice, your language, your name, car doors, garage`,
    },
    {
      verbs: "change, set, make, turn, switch, adjust",
      things: `lights to, light to, colour to, color to, brightness, volume, brighter, dimmer, warmer, cooler,
        colder, hotter, louder, quieter, darker, temperature, thermostat, accent, ringtone, coffee machine,
        coffee maker, the coffee`,
    },
    {
      verbs: "put, set, switch, turn",
      things: `silent, on vibrate, to vibrate, on mute, on speaker, on speakerphone, on hold, on shuffle, on repeat,
        airplane mode, do not disturb`,
    },
    { verbs: "make", things: "lights, lamp, bedroom light, kitchen light" },
    {
      verbs: "warm up, heat up, cool down, warm, heat, cool",
      things: `house, room, living room, bedroom, kitchen, car, place, flat, apartment, office`,
    },
    {
      verbs: "activate, enable, deactivate, disable, switch to, set, arm, disarm",
      things: `mode, alarm system, security, the house`,
    },
    { verbs: "send, bring, call, dock", things: "robot cleaner, robot vacuum, vacuum cleaner back, roomba" },
  ],
  alarms: [
    {
      alone: `wake me, wake us, wake him, wake her, alarm, timer, stopwatch, countdown, snooze the alarm,
        snooze alarm, snooze my alarm`,
    },
    {
      verbs: `set, start, cancel, kill, stop, create, put, make, turn off, delete, remove, give, have, add, pause,
        change, move, disable, check, show, list, silence, reset, put on`,
      things: "alarm, wake up call, timer, stopwatch, countdown",
    },
  ],
  calls: [
    {
      alone: `facetime, dial, redial, hang up, answer the phone, answer the call, answer my phone, decline the call,
        tweet, retweet, skype me, telephone, video call, put through, unsend`,
    },
    {
      verbs: `send, shoot, write, compose, draft, dictate, drop, forward, reply, reply to, respond, respond to,
        answer, post, share, put, upload, check, read, open, delete, search, find, show, block, email, e mail, mail,
        text, update, message`,
      things: `text to, text message, a text, message to, a message, an email, an e mail, a selfie, sms, whatsapp,
        voice message, tweet, on facebook, to facebook, on twitter, to twitter, on instagram, to instagram,
        on linkedin, on snapchat, on reddit, on social media, facebook status, status update, my status, my wall,
        my timeline, my story, that email, this email, the email, that message, this message, that text, my emails,
        my email, my messages, my texts, my voicemail, my inbox, new emails, last email, latest email, last message,
        unread, this number, this caller, my location`,
    },
  ],
  money: [
    { alone: "transfer, wire, venmo, zelle, paypal, freeze my, unfreeze my, dispute, cash app" },
    {
      verbs: `block, freeze, unfreeze, report, activate, deactivate, unlock, lock, cancel, replace, check, show,
        increase, raise, lower, change, reset, set, tell, get, give, apply for, order, see, view, open, roll over,
        redeem`,
      things: `my card, my credit card, my debit card, my bank card, new card, replacement card, a credit card,
        card stolen, lost card, stolen card, my account, bank account, savings account, checking account,
        credit limit, credit score, my pin, pin number, pin code, fraud, fraudulent, transaction, balance,
        routing number, apr, direct deposit, checks, cheque book, checkbook, 401k, rewards, stock price, share price,
        exchange rate`,
    },
    {
      verbs: "pay, send, move, deposit, withdraw, lend, give",
      things: `from checking, from my checking, from savings, from my savings, with checking, with my checking,
        from my account, with my card, with my credit card, with paypal, using paypal, from paypal, bucks,
        dollars to, money, money to, into savings, to savings, to my savings, into my account`,
    },
  ],
  travel: [
    {
      alone: `navigate, take me to, take me home, drive me, drive to, give me directions, directions to, route to,
        reroute, avoid the, avoid tolls, avoid toll, avoid highways, avoid motorways, avoid traffic, call me a,
        call me an, hail, get me a ride, get me a cab, get me a taxi`,
    },
    {
      verbs: `call, order, get, book, reserve, find, rent, request, look for, look up, show, check, purchase`,
      things: `a cab, a taxi, taxi, cab, an uber, uber, a lyft, lyft, a ride, ride to, rental car, a rental,
        car to rent, a flight, flight to, flight from, flights, plane ticket, train ticket, bus ticket, plane seat,
        seat to, seats to, airfare, a hotel, hotel in, hotel near, hotel room, hotel, hostel, an airbnb, airbnb,
        a room in, a room at, a room for, a table, table for, table at, reservation at, reservation for,
        dinner reservation, restaurant, traffic, directions, route, nearest, closest, near me, nearby, train times,
        bus times, gate number, my flight status, flight status`,
    },
  ],
  food: [
    {
      alone: `reorder, buy it again, order it again, double the recipe, halve the recipe, next step, previous step,
        next ingredient, order me, order us, order in, order out, brew me, make me a, make me some, pour me,
        bring me, fetch me, get me a coffee`,
    },
    {
      verbs: "order, order me, get, get me, get us, find, find me, deliver, have",
      things: `takeaway, takeout, take out, delivery, delivered, pizza, pepperoni, margherita, burger, fries,
        cheeseburger, sushi, curry, kebab, burrito, taco, ramen, pad thai, noodles, chinese, chinese food, thai food,
        indian food, italian food, mexican food, fried chicken, wings, some food, food from, dinner from, lunch from,
        dominos, domino, pizza hut, mcdonalds, mcdonald, kfc, subway, starbucks, doordash, deliveroo, grubhub,
        uber eats, just eat, from the usual place`,
    },
    {
      verbs: "find, get, give, tell, show, look up, search, search for, suggest, recommend, read",
      things: `recipe, recipes, calories, ingredients, nutrition facts, a place to eat, somewhere to eat, restaurant,
        restaurants, cafe`,
    },
  ],
  knowledge: [
    {
      alone: `define, spell, calculate, compute, convert, translate, solve, multiply, divide, subtract, google, bing,
        browse, search the web, search the internet, search online, search google, search wikipedia, search youtube,
        look it up, wikipedia, explain, describe, recommend, suggest, recite, quiz, teach me, give me a fact, name a,
        name the, name some, name three, name five, rhyme, cite, guess, pronounce, summarise the news,
        summarize the news, how do you say, estimate, inform me, update me on the, brief me on the, enlighten me`,
    },
    {
      verbs: `look up, look for, find, find out, search, search for, get, give, give me, show, show me, pull up,
        bring up, read, read me, write, write me, compose, draft, generate, create, make up, come up with, make,
        think of, list, sing, play, open, check, summarize, summarise, check on, get me, find me`,
      things: `poem, a story, short story, bedtime story, haiku, limerick, lyrics, joke, riddle, quote, fact, trivia,
        a game, synonym, definition, meaning of, meaning, translation, wikipedia, history of, picture of,
        pictures of, photos of, image of, images of, video of, videos of, the news, latest news, news about, news on,
        headline, weather, forecast, score, scores, results of, stock, population, capital of, capitals,
        population of, opening hours, opening times, hours of, hours for, phone number of, phone number for,
        address of, movie times, showtimes, movies playing, movies, events near, events in, things to do in,
        concerts, reviews, gift ideas, ideas for, books by, exchange rate, price of, distance, distance to, how far,
        directions, traffic, elections, time in, the time in, a website, websites, articles about, articles on,
        countries, encyclopedia, horoscope, tide times, sunset, sunrise, dog breeds`,
    },
  ],
  shopping: [
    {
      verbs: "add, put, order, buy, get, remove, take, find, check out, empty, delete",
      things: `to cart, to my cart, in my cart, from my cart, my cart, to my basket, my basket, from amazon,
        on amazon, from ebay, on ebay, to my wishlist, to my wish list`,
    },
    {
      verbs: "cancel, return, track, change, upgrade, check me in, check in, confirm, rebook, exchange",
      things: `my order, my flight, our flight, for my flight, my seat, my hotel, hotel reservation, hotel booking,
        my reservation, our reservation, my booking, my ride, my uber, my taxi, my cab, my package, my purchase`,
    },
  ],
  office: [
    {
      alone: `share my screen, share screen, join the zoom, join zoom, join the call, start recording,
        stop recording, put me down for, set my status, set my slack status, clock me, clock in, clock out,
        log me in, log me out, sign me in, sign me out, mute my, unmute my`,
    },
  ],
  writing: [
    {
      verbs: `write me, write us, generate, compose me, draft me, come up with, give me, make me, make up,
        help me write`,
      things: `essay, poem, speech, code, python, javascript, function, script, cover letter, slogan, blog post,
        song, names for, ideas for, report`,
    },
    { verbs: "write, compose, create", things: "a poem, a song, a story, a haiku, python, javascript, lyrics" },
  ],
  phone: [
    {
      alone: `launch, screenshot, take a selfie, take a picture, take a photo, take a screenshot, take a pic,
        take a video, snap a, record a video, record my, record this, scroll, zoom in, zoom out, swipe, open youtube,
        open spotify, open netflix, open facebook, open instagram, open whatsapp, open chrome, open safari,
        open google, open maps, open settings, open camera, close all apps`,
    },
    {
      verbs: `open, start, close, install, uninstall, download, update, find, locate, ping, ring, track, share, sync,
        go to, where is, save, store`,
      things: `browser, app, camera app, the camera, settings, youtube, spotify, netflix, website, google maps,
        whatsapp, instagram, facebook, calculator, chrome, tiktok, my phone, my keys, my location, my package,
        my parcel, my order, my delivery, this contact, this number, the number, my car`,
    },
  ],
  games: [
    {
      alone: `flip a, flip the coin, toss a coin, toss the coin, roll a, roll the, roll two, roll some dice,
        spin the, pick a number, pick a card, choose a number, play a game, play trivia, play hangman,
        play twenty questions, lets play, start a game, start trivia, play chess with, play with me, sing, rap,
        beatbox, dance, meow, bark, whisper`,
    },
  ],
  voice: [
    {
      alone: `speak, talk slower, talk faster, talk louder, talk quieter, talk in, talk like, slow down, speed up,
        be quiet, shut up, count to, count down, count backwards, log out, log off, sign out, call in sick, stop talking, stop listening, repeat after, say hello, change your, switch your, set your,
        use your, change the language, change language, switch language, turn yourself`,
    },
  ],
};
