import type { CallSource, CallStatus } from "@/lib/activity/schema";
import { addDays } from "@/lib/dates";
import { cards, isCard } from "./cards";

/** What of the record is shown, by the names of the API. */
export const filterNames = ["text", "source", "tool", "status", "from", "to", "task", "reply"] as const;
export type FilterName = (typeof filterNames)[number];

/** On every page, `?task=` in the address opens the sheet of that task. */
export const nameInAddress = (name: FilterName): string => (name === "task" ? "about" : name);
export type Filters = { readonly [F in FilterName]?: string };

export const whoNames: { [S in CallSource]: string } = { CHAT: "Assistant", UI: "You", MCP: "A client", API: "API" };
const statuses: { [S in CallStatus]?: string } = { SUCCESS: "Done", ERROR: "Failed", DENIED: "Refused" };

type Options = readonly (readonly [value: string, name: string])[];
export const sourceOptions: Options = [["", "Anyone"], ...Object.entries(whoNames)];
export const statusOptions: Options = [["", "Any outcome"], ...Object.entries(statuses)];
export const toolOptions: Options = [
  ["", "Everything"],
  ...Object.entries(cards).map(([name, { title }]) => [name, title] as const),
];

/** Days back that the menu offers; any others are typed as dates. */
const spans: Options = [
  ["0", "Today"],
  ["6", "Last 7 days"],
  ["29", "Last 30 days"],
];
export const ownDays = "own";
export const whenOptions: Options = [["", "Any time"], ...spans, [ownDays, "Between two days…"]];

/** Which of the spans these days are. */
export function spanOf({ from, to }: Filters, today: string): string {
  if (!from && !to) return "";
  const span = to ? undefined : spans.find(([days]) => from === addDays(today, -Number(days)));
  return span ? span[0] : ownDays;
}

export const daysOf = (span: string, today: string): Pick<Filters, "from" | "to"> =>
  span === "" ? {} : { from: addDays(today, -Number(span)) };

const date = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
const fits: { [F in FilterName]: (text: string) => boolean } = {
  text: (text) => text.trim() !== "" && text.length <= 200,
  source: (text) => Object.hasOwn(whoNames, text),
  tool: isCard,
  status: (text) => Object.hasOwn(statuses, text),
  from: date,
  to: date,
  task: (text) => /^[1-9]\d{0,8}$/.test(text),
  reply: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text),
};

/** What an address asks for; what isn't one of ours is left out. */
export function filtersIn(read: (name: FilterName) => unknown): Filters {
  const found = filterNames.flatMap((name) => {
    const text = read(name);
    return typeof text === "string" && fits[name](text) ? [[name, text]] : [];
  });
  return Object.fromEntries(found);
}

export const queryOf = (filters: Filters): string => new URLSearchParams(filters).toString();

export function addressOf(filters: Filters): string {
  const named = filterNames.flatMap((name) => {
    const text = filters[name];
    return text === undefined ? [] : [[nameInAddress(name), text]];
  });
  return named.length > 0 ? `/activity?${new URLSearchParams(named)}` : "/activity";
}

/** How many menus are set; words and the reply stand beside them. */
export const countOf = ({ source, tool, status, from, to, task }: Filters): number =>
  [source, tool, status, from ?? to, task].filter(Boolean).length;
