import { sayDate, sayDay, sayTime } from "@/lib/dates";
import type { Line, Pile, Summary } from "./store";

type Links = { tasks: string; settings: string; leave: string };
type Written = { subject: string; text: string; html: string };

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
/** A title is one line, whatever stands in it. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** The letter of a day: what is late, what is due, what comes next. */
export function written(summary: Summary, links: Links): Written {
  const { late, due, upcoming, today, clock } = summary;
  const when = ({ date, time }: Line) =>
    [date === today ? "" : sayDay(date, today), time ? sayTime(time, clock) : ""].filter(Boolean).join(" ");
  const parts = (
    [
      ["Late", late],
      ["Today", due],
      ["Next seven days", upcoming],
    ] as [string, Pile][]
  ).filter(([, { total }]) => total > 0);
  const counts = [
    `${due.total} today`,
    ...(late.total > 0 ? [`${late.total} late`] : []),
    `${upcoming.total} upcoming`,
  ];
  const subject = `${sayDate(today)}: ${counts.join(", ")}`;
  const rest = ({ lines, total }: Pile) => (total > lines.length ? `and ${total - lines.length} more` : null);
  const asText = (line: Line) => ["-", when(line), oneLine(line.title), `(#${line.number})`].filter(Boolean).join(" ");
  const asHtml = (line: Line) =>
    `<li>${when(line) ? `<strong>${escaped(when(line))}</strong> ` : ""}${escaped(oneLine(line.title))} <span style="color:#5d6a62">#${line.number}</span></li>`;

  const text = [
    `${sayDate(today)}: ${counts.join(", ")}`,
    ...parts.map(([head, pile]) =>
      [`${head} (${pile.total})`, ...pile.lines.map(asText), rest(pile)].filter((line) => line !== null).join("\n"),
    ),
    `Open your tasks: ${links.tasks}`,
    `You get this because you switched the daily summary on. Stop it: ${links.leave}`,
  ].join("\n\n");

  const html = [
    '<!doctype html><html lang="en"><meta charset="utf-8"><body style="font:16px/1.5 sans-serif;color:#14201a">',
    `<h1 style="font-size:20px">${escaped(subject)}</h1>`,
    ...parts.map(([head, pile]) => {
      const more = rest(pile);
      return `<h2 style="font-size:16px">${head} (${pile.total})</h2><ul>${pile.lines.map(asHtml).join("")}${more ? `<li>${more}</li>` : ""}</ul>`;
    }),
    `<p><a href="${escaped(links.tasks)}">Open your tasks</a></p>`,
    `<p style="font-size:13px;color:#5d6a62">You get this because you switched the daily summary on. <a href="${escaped(links.leave)}">Stop it</a>, or <a href="${escaped(links.settings)}">choose another hour</a>.</p>`,
    "</body></html>",
  ].join("\n");
  return { subject, text, html };
}
