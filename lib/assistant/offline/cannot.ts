import type { Command } from "./command";

const say = (text: string): Command => ({ do: "say", text });

const merging =
  /^(?:merge|combine|join up|unify) .*\b(?:tasks?|to-?dos?|reminders?|ones|duplicates?|items|entries)\b|^(?:make|turn) (?:the )?(?:two|both|three) .*\btasks? into one\b/i;
const splitting =
  /^(?:split|break(?: up| down)?|divide) .+?(?::(?=\s)| (?:in|into) (?:\w+ )?(?:tasks|sub-?tasks|steps|parts|pieces)\b)|^(?:split|break up|break down) .+ into: /i;
const notifying =
  /^(?:(?:so|and|ok)[\s,]+)*(?:(?:will|do|can|could|would|are|did) (?:you|it|docket)|is docket)(?: going to| gonna| also| really| actually)* (?:(?:notify|alert|ping|buzz) (?:me|us)|send (?:me |us )?(?:an? )?(?:push )?(?:notifications?|alerts?))(?: (?:about|of|when|before|for|on|then|in time)\b[^,]{0,40})?[\s.?!]*$/i;

/** What is asked of tasks and can't be done, with what can be. */
export function cannot(text: string): Command | null {
  if (merging.test(text))
    return say("I can't merge tasks. Tell me which one to rename and which one to delete, and I do that.");
  if (splitting.test(text))
    return say(
      "Which parts? Say for example “split the present into choose, buy and wrap”, and I add each of them under it.",
    );
  if (notifying.test(text))
    return say("No: Docket sends no notifications yet. What is due stands in your list under its day and time.");
  return null;
}

const musing =
  /^(?:(?:hm+|so|well)[\s,]+)*(?:i'?m|i am|i was|i'?ve been) (?:just |still )?(?:thinking|wondering|considering)\b.*\b(?:maybe|perhaps|might)\b/i;

/** "I'm thinking maybe I should go to the gym more": thought aloud, and asked about before it is a task. */
export const offered = (command: Command, said: string): Command =>
  command.do === "create" && !command.task.due && musing.test(said) ? { do: "unclear", task: command.task } : command;
