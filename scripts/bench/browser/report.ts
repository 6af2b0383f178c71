import type { Report } from "@/scripts/bench/report";
import type { InBrowser } from "./browser";
import type { InTasks } from "./tasks";

type Part = { title: string; rows: Row[] };
type Row = { name: string; floor?: number; value: number; most?: number };

const short = (value: number) => value.toLocaleString("en", { maximumFractionDigits: value >= 10 ? 0 : 3 });

/** Each figure with the floor and its target beside it. */
export function reportOfBrowser({ floor, fresh, long, use, drawing, drawingLong, repetitions }: InBrowser): Report {
  const parts: Part[] = [
    {
      title: "a new chat",
      rows: [
        { name: "largest paint, ms", floor: floor.paint, value: fresh.paint, most: 1_000 },
        { name: "blocking, ms", floor: floor.blocking, value: fresh.blocking, most: 100 },
        { name: "CPU of the page, s", floor: floor.cpu, value: fresh.cpu },
        { name: "JavaScript, KB gzip", floor: floor.script, value: fresh.script, most: 210 },
        { name: "layout shift", floor: floor.shift, value: fresh.shift, most: 0.01 },
        { name: "DOM nodes", floor: floor.nodes, value: fresh.nodes },
      ],
    },
    {
      title: "a conversation of 1,000 messages",
      rows: [
        { name: "largest paint, ms", floor: floor.paint, value: long.paint, most: 1_200 },
        { name: "blocking, ms", floor: floor.blocking, value: long.blocking, most: 150 },
        { name: "CPU of the page, s", floor: floor.cpu, value: long.cpu },
        { name: "JavaScript, KB gzip", floor: floor.script, value: long.script },
        { name: "layout shift", floor: floor.shift, value: long.shift, most: 0.01 },
        { name: "DOM nodes", floor: floor.nodes, value: long.nodes },
      ],
    },
    {
      title: "all 1,000 messages on the page",
      rows: [
        { name: "messages", value: use.messages },
        { name: "a typed key, ms, p95", floor: floor.key, value: use.key, most: 50 },
        { name: "DOM nodes", value: use.nodes },
        { name: "heap, MB", value: use.heap },
      ],
    },
    {
      title: "a reply of 2,400 markdown tokens, 5 ms each, in a new chat",
      rows: [
        { name: "long tasks in sum, ms", value: drawing.longTasks, most: 500 },
        { name: "the longest task, ms", value: drawing.longest, most: 80 },
        { name: "settled after the last token, ms", value: drawing.settled, most: 300 },
        { name: "CPU of the page, s", value: drawing.cpu },
        { name: "frames of more than 34 ms", value: drawing.slowFrames },
        { name: "layout shift", value: drawing.shift, most: 0.01 },
      ],
    },
    {
      title: "the same in the conversation of 1,000 messages, while somebody types",
      rows: [
        { name: "long tasks in sum, ms", value: drawingLong.longTasks },
        { name: "the longest task, ms", value: drawingLong.longest },
        { name: "settled after the last token, ms", value: drawingLong.settled },
        { name: "CPU of the page, s", value: drawingLong.cpu },
        { name: "a typed key, ms, p95", floor: floor.key, value: drawingLong.key, most: 50 },
      ],
    },
  ];
  return told(parts.map(({ title, rows }) => ({ title: `${title}${repetitions > 1 ? ", medians" : ""}`, rows })));
}

/** The list of somebody who has many tasks. */
export function reportOfTasks({ stored, today, shown, tick, key, click, live, burst }: InTasks): Report {
  const many = (count: number) => count.toLocaleString("en");
  return told([
    {
      title: `Today, of ${many(stored)} tasks`,
      rows: [
        { name: "largest paint, ms", value: today.paint, most: 1_000 },
        { name: "blocking, ms", value: today.blocking },
      ],
    },
    {
      title: `a list of ${many(shown)} tasks, of ${many(stored)}`,
      rows: [
        { name: "a tick until the next paint, ms, p95", value: tick, most: 100 },
        { name: "a typed key, ms, p95", value: key, most: 100 },
        { name: "requests of a click", value: click.requests, most: 1 },
        { name: "statements of a click", value: click.statements, most: 8 },
        { name: "a change elsewhere is seen, ms, p50", value: live.p50 },
        { name: "  p95", value: live.p95, most: 500 },
        { name: "while 200 are made, ms, p50", value: burst.p50 },
        { name: "  p95", value: burst.p95, most: 500 },
      ],
    },
  ]);
}

function told(parts: Part[]): Report {
  const verdicts: Report["verdicts"] = [];
  const line = (...cells: string[]) =>
    cells
      .map((cell, place) => cell.padEnd([38, 14, 14, 14][place] ?? 0))
      .join("")
      .trimEnd();
  const lineOf = ({ name, floor: least, value, most }: Row) => {
    if (most !== undefined) verdicts.push({ target: `≤ ${short(most)}`, isMet: value <= most });
    const judged = most === undefined ? [] : [`≤ ${short(most)}`, value <= most ? "met" : "MISSED"];
    return line(name, least === undefined ? "" : short(least), short(value), ...judged);
  };
  const lines = parts.flatMap(({ title, rows }) => [
    "",
    `In a browser: ${title}`,
    line("", "sign-in page", "Docket", "target"),
    ...rows.map(lineOf),
  ]);
  return { lines, verdicts };
}
