import { say } from "@/scripts/say.mjs";
import type { Figures, Score, Table } from "./figures";
import type { Verdict } from "./thresholds";

const shown = (value: number | null | undefined) => (value === null || value === undefined ? "–" : String(value));
const spaced = (name: string) => name.replaceAll("_", " ");

/** A table as lines of text: names to the left, figures under each other. */
export function tableLines(table: Table): string[] {
  const columns = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))];
  const rows = Object.entries(table).map(([name, row]) => [name, ...columns.map((column) => shown(row[column]))]);
  const all = [["", ...columns.map(spaced)], ...rows];
  const widths = all[0]?.map((_, place) => Math.max(...all.map((row) => row[place]?.length ?? 0))) ?? [];
  return all.map((row) =>
    row
      .map((cell, place) => (place === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[place] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

const sentenceOf = (figures: Figures) =>
  Object.entries(figures)
    .map(([name, value]) => `${spaced(name)} ${shown(value)}`)
    .join(", ");

export function printScore({ figures, counts, tables }: Score): void {
  for (const [name, value] of Object.entries(figures)) say(`  ${spaced(name).padEnd(32)}${shown(value).padStart(7)}`);
  if (counts) say(`  of ${sentenceOf(counts)}`);
  for (const [name, table] of Object.entries(tables)) {
    say(`\n${spaced(name)}${name === "confusion" ? " (rows: meant)" : ""}`);
    for (const line of tableLines(table)) say(`  ${line}`);
  }
}

export const printWrong = ({ wrong }: Score, most: number): void => {
  for (const one of wrong.slice(0, most)) say(JSON.stringify(one));
};

export function printVerdicts(verdicts: Verdict[]): void {
  for (const { figure, value, limit, isMet } of verdicts)
    say(`  ${spaced(figure).padEnd(32)}${shown(value).padStart(7)}  ${limit.padEnd(8)}  ${isMet ? "met" : "MISSED"}`);
}

export function printBroken(broken: { id: string; error: string }[]): void {
  const [first] = broken;
  if (first) say(`${broken.length} got no answer, the first of them ${first.id}: ${first.error}`);
}
