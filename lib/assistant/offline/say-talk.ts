import { sayDueLong } from "@/lib/words/say";
import { type Today, timeIn, todayIn } from "@/lib/words/today";
import type { Command, Topic } from "./command";

const examples = `I look after your tasks. For example:

- "buy milk tomorrow at 5pm and call mum on friday"
- "what's due this week?"
- "move the dentist to next tuesday 3pm"
- "mark milk as done"
- "pay rent on the 1st of every month"
- "delete everything that's completed", "undo that"`;

const talk: { [T in Exclude<Topic, "time">]: string } = {
  hello: "Hello! What would you like to get done?",
  bye: "Bye! Your list is here when you need it.",
  thanks: "You're welcome.",
  how: "Ready when you are. What needs doing?",
  who: "I'm Docket's built-in assistant. I run on this server, without a large language model, and I look after your tasks.",
  help: examples,
  praise: "Glad it helps.",
  sorry: 'No harm done. Say "undo" to take back the last change.',
  joke: "I only know to-do lists: they never end well, but they do end. What can I add to yours?",
  fine: "All right.",
  love: "I'm better with tasks than with feelings. What can I take off your mind?",
  chat: "I hear you. If there is something to do about it, tell me and I put it on your list.",
};

const decline =
  "I can't help with that: I only look after your tasks. I can add, list, change, complete and delete them, and undo what was changed.";

/** The answer to something that changes nothing. */
export function sayTalk(command: Command, today: Today): string {
  if (command.do !== "talk") return decline;
  if (command.topic !== "time") return talk[command.topic];
  return `It is ${sayDueLong({ date: todayIn(today), time: timeIn(today) }, today)}.`;
}
