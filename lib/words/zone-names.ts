import { type Pattern, pattern } from "./piece";

/** What people call time zones; a daylight name means the zone, whatever its clocks show that day. */
const names: [words: string, timeZone: string][] = [
  ["utc|gmt|zulu(?: time)?", "UTC"],
  ["est|edt|eastern(?: time)?|et", "America/New_York"],
  ["cst|cdt|central time|ct", "America/Chicago"],
  ["mst|mdt|mountain time", "America/Denver"],
  ["pst|pdt|pacific(?: time)?|pt", "America/Los_Angeles"],
  ["cet|cest", "Europe/Berlin"],
  ["bst|uk time|london time", "Europe/London"],
  ["jst", "Asia/Tokyo"],
  ["aest|aedt", "Australia/Sydney"],
];

/** A zone after a time: "3pm EST". Without a time before it, it says nothing. */
export const zonePatterns: Pattern[] = names.map(([words, timeZone]) =>
  pattern(`(?<=(?:\\d|[ap]\\.?m\\.?|noon|midnight|o'?clock) ?)(?:${words})`, () => ({ kind: "zone", timeZone })),
);
