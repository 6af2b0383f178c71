import { findWhen } from "@/lib/words/find-when";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import { readTarget } from "./read-target";

const verbs = "(?:move|put|push|bring|drag|place|shift|set|send|rank|keep)";
const ofList = "(?: of (?:the|my|this) (?:whole |to-?do |task )?(?:list|tasks|pile|queue))?";
const end = "(?: (?:please|now|then|instead))*[\\s.!]*$";

const ends = new RegExp(
  `^${verbs} (?<target>.+?) (?:up |back |down |all the way )*(?:(?:to|at|on|in) (?:the )?(?:very )?(?<edge>top|front|start|beginning|bottom|end|back)${ofList}|(?<place>first|last))${end}`,
  "i",
);
const goes = new RegExp(
  `^(?<target>(?:the|my|that|it|this|#\\d+).*?) (?:should |must |needs to |has to |can )?(?:go|goes|come|comes|be) (?:(?:to|at|on) (?:the )?(?:very )?(?<edge>top|front|bottom|end)${ofList}|(?<place>first|last))${end}`,
  "i",
);
const beside = new RegExp(
  `^${verbs} (?<target>.+?) (?:up |down |right |just |directly |straight )*(?<way>above|below|before|after|ahead of|in front of|on top of|behind|underneath|over|under) (?<beside>(?:the |my |our |that )?.+?)${end}`,
  "i",
);

/** The order that a person gives the list by hand: "move milk to the top", "put the rent above the dentist". */
export function readOrder(text: string, today: Today): Command | null {
  const groups = ends.exec(text)?.groups ?? goes.exec(text)?.groups;
  const target = groups?.target ? readTarget(groups.target, today) : null;
  if (groups && target && target.kind !== "bulk") {
    const isFirst = /^(?:top|front|start|beginning|first)$/i.test(groups.edge ?? groups.place ?? "");
    return { do: "move", target, place: isFirst ? "first" : "last" };
  }
  const { target: moved = "", way = "", beside: other = "" } = beside.exec(text)?.groups ?? {};
  // "move the gym after work", "put the vase on the table under the lamp" tell a time, or a place in the house.
  const isTime =
    findWhen(`${way} ${other}`, today).due !== null || findWhen(`at ${other}`, today).rest.replace(/^at$/, "") === "";
  const isPlain = /^(?:above|below|before|after|ahead of|in front of|on top of)$/i.test(way);
  if (!moved || isTime || !isPlain || (/^(?:before|after)$/i.test(way) && !/^(?:the|my|our|that|#|it\b)/i.test(other)))
    return null;
  const [one, another] = [readTarget(moved, today), readTarget(other, today)];
  if (!one || !another || one.kind === "bulk" || another.kind === "bulk") return null;
  return { do: "move", target: one, place: /^(?:below|after)$/i.test(way) ? "after" : "before", beside: another };
}
