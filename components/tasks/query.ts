import type { Sort } from "@/lib/tasks/schema";
import { type PaneView, paneViews } from "./views";

/** How a list can be put in order. "manual" is the order by hand. */
export const sortNames: { [S in Sort]: string } = {
  due: "By date",
  manual: "By hand",
  priority: "By priority",
  title: "By title",
  created: "Newest first",
};

/** What a list of tasks is asked for. `sort: null` is the view's own order. */
export type Query = { view: PaneView; tag: string | null; sort: Sort | null; text: string };

const isView = (text: string | null): text is PaneView => paneViews.some((view) => view === text);
const isSort = (text: string | null): text is Sort => text !== null && Object.hasOwn(sortNames, text);

/** In which order a view stands; what is done or deleted stands by when that was. */
export function orderOf({ view, sort }: Query): Sort | "lately" {
  if (view === "completed" || view === "bin") return "lately";
  return sort ?? (view === "inbox" ? "manual" : "due");
}

/** As the address of the page says it: `?view=today&tag=home&sort=title&q=rent`. */
export function queryIn(params: { get(name: string): string | null }, view: PaneView): Query {
  const named = params.get("view");
  const sort = params.get("sort");
  return {
    view: isView(named) ? named : view,
    tag: params.get("tag")?.slice(0, 50) || null,
    sort: isSort(sort) ? sort : null,
    text: params.get("q")?.slice(0, 200) ?? "",
  };
}

/** The same the other way, beside whatever else the address holds. */
export function withQuery(search: string, query: Query, view: PaneView): string {
  const params = new URLSearchParams(search);
  const said = {
    view: query.view === view ? null : query.view,
    tag: query.tag,
    sort: query.sort,
    q: query.text || null,
  };
  for (const [name, value] of Object.entries(said)) {
    if (value) params.set(name, value);
    else params.delete(name);
  }
  return params.size > 0 ? `?${params}` : "";
}

/** What the server is asked: today is what is late as well, in one list. */
export function askedFor(query: Query, today: string): { [name: string]: string } {
  const order = orderOf(query);
  // A search that names no order has its best match first.
  const isRanked = query.text.trim() !== "" && query.sort === null;
  return {
    ...(query.view === "today" ? { view: "all", dueTo: today } : { view: query.view }),
    ...(query.tag && { tag: query.tag }),
    ...(query.text.trim() && { text: query.text.trim() }),
    ...(order !== "lately" && !isRanked && { sort: order }),
  };
}

export const isSame = (one: Query, other: Query) =>
  one.view === other.view && one.tag === other.tag && one.sort === other.sort && one.text === other.text;
