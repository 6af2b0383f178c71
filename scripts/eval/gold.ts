import { readFileSync } from "node:fs";
import { z } from "zod";
import { Refusal } from "@/scripts/say.mjs";

/** What a set measures: the intent of a message, the fields of a task in it, the moment it names, or a whole conversation. */
export const kinds = ["intents", "slots", "dates", "dialogues"] as const;
export type Kind = (typeof kinds)[number];

export const intents = [
  "create",
  "list",
  "complete",
  "update",
  "delete",
  "undo",
  "smalltalk_or_help",
  "out_of_scope",
] as const;
export type Intent = (typeof intents)[number];

/** Where a record names neither: a Wednesday morning in New York. */
export const usualReference = { reference_time: "2026-03-11T09:00:00", timezone: "America/New_York" };

const either = <T extends z.ZodType>(one: T) => z.union([one, z.array(one)]);
const maybe = z.string().nullable();

const reference = {
  reference_time: z.string().default(usualReference.reference_time),
  timezone: z.string().default(usualReference.timezone),
};
/** By either of these the figures are told apart. */
const origin = { source: z.string().optional(), voice: z.string().optional() };

const intentGold = z.object({
  id: z.string(),
  text: z.string(),
  ...reference,
  ...origin,
  intent: z.enum(intents),
  accept: z.array(z.enum(intents)).optional(),
});

const slotGold = z.object({
  id: z.string(),
  text: z.string(),
  ...reference,
  ...origin,
  kind: z.string().optional(),
  expected: z.object({
    title: either(maybe).optional(),
    target: either(maybe).optional(),
    due: either(maybe).optional(),
    recurrence: either(maybe).optional(),
  }),
});

const dateGold = z.object({
  id: z.string(),
  text: z.string(),
  ...reference,
  ...origin,
  accept: z.array(maybe).default([]),
  range: z.tuple([z.string(), z.string()]).optional(),
  grain: z.string().default("date"),
});

const initialTask = z.object({
  key: z.string(),
  title: z.string(),
  completed: z.boolean().default(false),
  due: maybe.default(null),
  priority: maybe.default(null),
  tags: z.array(z.string()).default([]),
  recurrence: maybe.default(null),
});

const wantedTask = z.object({
  title: either(z.string()),
  completed: z.boolean().default(false),
  due: either(maybe).default(null),
  priority: either(maybe).default(null),
  tags: z.array(z.string()).default([]),
  recurrence: either(maybe).default(null),
});

const replyCheck = z.object({
  all: z.array(z.string()).optional(),
  any: z.array(z.string()).optional(),
  none: z.array(z.string()).optional(),
});

const dialogueGold = z.object({
  id: z.string(),
  name: z.string(),
  tags: z.array(z.string()).default([]),
  ...reference,
  initial: z.array(initialTask),
  turns: z.array(z.object({ user: z.string(), must_ask: z.boolean().optional(), reply: replyCheck.optional() })).min(1),
  auto_confirm: z.boolean().default(false),
  final_any: z.array(z.array(wantedTask)),
  must_not_change: z.array(z.string()).default([]),
});

const schemas = { intents: intentGold, slots: slotGold, dates: dateGold, dialogues: dialogueGold };
export type Gold = { [K in Kind]: z.output<(typeof schemas)[K]> };
export type InitialTask = z.output<typeof initialTask>;
/** A task as an end state wants it: a list means any of these. */
export type WantedTask = z.output<typeof wantedTask>;
export type ReplyCheck = z.output<typeof replyCheck>;

/** The records of a file with one JSON object a line. */
export function readGold<K extends Kind>(kind: K, file: string): Gold[K][] {
  const records = lines(file).map(({ line, number }) => {
    const read = schemas[kind].safeParse(parsed(line));
    if (read.success) return read.data as Gold[K]; // the schema of this very kind
    throw new Refusal(`${file}:${number} is no record of ${kind}:\n${z.prettifyError(read.error)}`);
  });
  const twice = records.find(({ id }, place) => records.findIndex((other) => other.id === id) !== place);
  if (twice) throw new Refusal(`${file} has more than one record with the id ${twice.id}.`);
  return records;
}

function lines(file: string) {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .map((line, place) => ({ line, number: place + 1 }))
      .filter(({ line }) => line.trim() !== "");
  } catch {
    throw new Refusal(`There is no file ${file}.`);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}
