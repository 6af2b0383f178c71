import { actionVerbs } from "@/lib/words/english/verbs";
import { holds, leads, type Phrases, phrases, wordsOf } from "@/lib/words/phrases";

/**
 * A bare imperative may be an errand of one's own, or an order to a machine, a shop or a bank. Where no phrase of services.ts tells,
 * points do: for the verb that leads, for the thing it is about, for speaking to somebody ("find me a plumber") and of what is
 * before one's eyes ("print this page"). Verbs that stand in no table have no points, so that what people do with their hands is theirs.
 */
const verbs: [points: number, Phrases][] = [
  [
    2,
    phrases(
      "tune, stream, launch, install, uninstall, reinstall, download, upload, log, sign, dial, rate, redeem, dispute, freeze, unfreeze",
      "activate, deactivate, generate, count, rewind, reboot, unlock, connect, disconnect, pair, unpair, enable, disable, subscribe",
      "unsubscribe, unfollow, crop, rotate, autofill, unblock, reload, refresh, sync, debug, calculate, compute, translate, convert",
      "tether, cast, airplay, screenshot, mute, unmute, whatsapp, message",
    ),
  ],
  [
    1,
    phrases(
      "turn, switch, set, put, have, make, let, book, order, reserve, rent, hire, purchase, buy, sell, get, find, look, search, show",
      "open, start, begin, stop, pause, resume, close, transfer, pay, send, deposit, withdraw, lend, loan, split, donate, call, ring",
      "phone, text, email, post, share, forward, tag, follow, like, reset, restart, raise, lower, increase, decrease, boost, reduce",
      "request, record, create, build, write, draft, compose, design, draw, update, change, edit, add, remove, delete, clear",
      "erase, wipe, move, reschedule, rebook, cancel, upgrade, downgrade, track, check, confirm, apply, submit, go, bring, take, give",
      "tell, ask, use, watch, listen, restrict, dictate, hear, read, play, print, scan, join, leave, store, save, rename, restore, undo, reverse, revert",
      "complete, finish, skip, repeat, swap, help, report, top up, exchange, enrol, enroll, register, block, fix, bump, adjust, replace",
      "brew, pour, heat, cool, warm, tip, run, i need, i want, we need, i would like, i'd like, plan, put in, look at, see, mark, hand",
      "renew, extend, claim, file, view, select, pick, choose, describe, correct, summarize, summarise, sort, drop, pull up, bring up",
      "quit, exit, kill, end, do, load, keep, return, hold, slow, speed, trade, invest, i finished, i'm finished, i'm done, done",
    ),
  ],
];

/** Things that belong to machines, shops and banks: 2 points; those that people handle themselves as well: 1. */
const things: [points: number, Phrases][] = [
  [
    2,
    phrases(
      // phones and computers
      "app, control panel, task manager, browser, bluetooth, wifi, wi fi, hotspot, my headphones, my earbuds, my phone, my screen, ringtone, wallpaper, notification",
      "my contacts, new contact, browser history, search history, cache, cookies, the tab, this tab, new tab, new window, my location",
      "voice note, voice memo, phone call, video call, call log, the group chat, on twitter, on instagram, on facebook, on tiktok",
      "my photos, my pictures, the photo, this photo, last photo, photo i, my backup, a password, my password, my pin, spreadsheet",
      "alexa, siri, cortana, the accent, an accent, british accent, american accent, language to, voice to, your voice, smart home",
      // what plays
      "radio, podcast, playlist, audiobook, audio book, song, album, lyrics, tune, beats, the tv, the telly, the television, subtitles",
      "a movie, the game, the match on, channel, netflix, spotify, youtube, volume, next track, this track, the track, soundtrack",
      // at home, and what it does by itself
      "roomba, robot vacuum, thermostat, the heating, the heater, the ac, air con, sprinkler, the kettle, my coffee, pot of coffee",
      "coffee maker, night light, the lights, the lamp, the fan, the blinds, the bedroom before, alarm clock, egg timer",
      // banks
      "my credit, credit limit, credit score, credit card, debit card, bank statement, my statement, my account, account number, my bank",
      "current account, checking, transaction, the charge, that charge, a charge, that payment, payment method, my payment, my purchase",
      "last purchase, a loan, shares, shares of, stock, stocks, bitcoin, crypto, ethereum, overdraft, my points, reward, my rewards",
      "my miles, air miles, a tenner, a fiver, this check, transit card, oyster card, travel card, direct debit, standing order, a refund",
      "extended warranty, the bill with, apr, pin number, my spending, red cross, oxfam, unicef, donation, fraud, stolen",
      // journeys and tables
      "my flight, our flight, the flight, a flight, flights, hotel, my hotel, hostel, airbnb, rental, rental car, suv, uber, lyft, taxi, a cab",
      "a ride, a train to, train tickets, plane tickets, bus tickets, tickets to, tickets for, two tickets, seats, a seat, my seat, boarding pass",
      "reservation, a table, the late show, my booking, hotel booking, car in, bike for, my ride, a trip to, vacation to",
      // shops and kitchens
      "my order, the order, my delivery, delivery address, shipping address, my package, my parcel, my cart, my basket, extra cheese",
      "pepperoni, pizza, takeaway, takeout, pickles from, flowers to, flowers for, gift card, the red one, the blue one, the large one",
      // offices
      "day off, days off, time off, off work, sick day, my shift, my timesheet, dental plan, health plan, insurance plan, my benefits",
      "the newsletter, mailing list, my pto, annual leave",
      // words and works
      "essay, poem, haiku, limerick, code, grammar, spelling, synonym, definition, article, paragraph, logo, slogan, riddle, story, joke",
      "picture of a, drawing of, image of, backwards, my accent, question, locksmith, ambulance, address with, with the bank, plumber near, tow truck, roadside assistance",
    ),
  ],
  [
    1,
    phrases(
      "page, document, photo, picture, video, email, message, chapter, episode, screen, tab, window, file, movie, film, show, account, card",
      "payment, address, tickets, ticket, room, car, train, bus, lights, coffee, music, number, contact, news, game, router, points",
    ),
  ],
];

/** What follows a verb to say for whom: only somebody who is spoken to can do it. */
const toMe =
  /^(?:(?:please|can you|could you) )?(?:find|get|book|call|draw|lend|loan|log|sign|help|make|order|fetch|pour|buy|bring|send|write|hire|rent|reserve|enrol|enroll|register|check|connect|transfer|pay|grab|hand|add|set|turn|pick|choose|hand) (?:me|us)\b(?! (?:down for|a reminder|an? (?:nudge|heads)))/i;
const beforeEyes = /\b(?:this|these|that|those) \p{L}+/iu;
/** What people keep or end themselves, and what is to be there at a time of their own. */
const ofOneself =
  /\b(?:subscription|membership|appointment|groceries|homework|laundry|dishes|library|receipts?|for (?:class|school|work|book club)|gym|permission slip|thank[- ]you|invoices?|application|cv|resume)\b/i;
const enough = 3;

const pointsIn = (table: [number, Phrases][], has: (known: Phrases) => boolean) =>
  table.find(([, known]) => has(known))?.[0] ?? 0;

/** Whether a sentence is likelier an order to somebody else than something to do. */
export function isMachineOrder(text: string): boolean {
  // "my card was stolen, please freeze it": the order comes last.
  const order = /[,.;] (?:so |and |then |please |can you |could you )*(?<last>\p{L}+ (?:it|that|them)[.!]*)$/iu.exec(
    text,
  );
  const words = wordsOf(text);
  // "add book a table": a deed, written down.
  if (words[0] === "add" && actionVerbs.has(words[1] ?? "")) return false;
  const led = order?.groups?.last ? wordsOf(order.groups.last) : words;
  const verb = pointsIn(verbs, (known) => leads(led, known));
  if (verb === 0) return false;
  const others = words.slice(1);
  const thing = pointsIn(things, (known) => holds(others, known));
  // "freeze it" is said to somebody as well.
  if (verb === 2 && /^\p{L}+ (?:it|that|this|them)[\s.!]*$/iu.test(led.join(" "))) return true;
  const spoken = (toMe.test(text) ? 2 : 0) + (thing > 0 && beforeEyes.test(text) ? 1 : 0);
  return verb + thing + spoken - (ofOneself.test(text) ? 2 : 0) >= enough;
}
