import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** What is wrong with an input, as one sentence that names the field. A message that is a sentence already is left as it is. */
export function sentenceOf(error: z.core.$ZodError): string {
  return sentenceOfIssue(worst(error.issues));
}

/** The field that the sentence is about, "patch.title". */
export const fieldOf = (error: z.core.$ZodError) => nameOf(worst(error.issues));

// A field that isn't known is told first: it is most often the reason why another one is missing.
function worst(issues: readonly Issue[]): Issue | undefined {
  return issues.find((issue) => issue.code === "unrecognized_keys") ?? issues[0];
}

function nameOf(issue: Issue | undefined): string | null {
  if (!issue) return null;
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  return path.length > 0 ? shorten(path.join(".")) : null;
}

function sentenceOfIssue(issue: Issue | undefined): string {
  if (!issue) return "The input is not valid.";
  if (/[.!?]$/.test(issue.message)) return issue.message;
  const name = nameOf(issue);
  const what = name === null ? "The input" : `"${name}"`;
  switch (issue.code) {
    case "unrecognized_keys":
      return `The field ${what} is not known here.`;
    case "invalid_type":
      if (name !== null && issue.message.endsWith("received undefined")) return `The field ${what} is missing.`;
      return `${what} must be ${typeNames[issue.expected] ?? `a ${issue.expected}`}.`;
    case "too_big":
      if (issue.origin === "string") return `${what} is too long: at most ${count(issue.maximum)} characters.`;
      if (isList(issue.origin)) return `${what} has too many entries: at most ${count(issue.maximum)}.`;
      return `${what} must be ${issue.inclusive ? "at most" : "less than"} ${issue.maximum}.`;
    case "too_small":
      if (issue.minimum === 1 && (issue.origin === "string" || isList(issue.origin)))
        return `${what} must not be empty.`;
      if (issue.origin === "string") return `${what} is too short: at least ${count(issue.minimum)} characters.`;
      if (isList(issue.origin)) return `${what} has too few entries: at least ${count(issue.minimum)}.`;
      return `${what} must be ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}.`;
    case "invalid_value":
      return `${what} must be ${choice(issue.values.map(String))}.`;
    case "invalid_format":
      return `${what} ${formats[issue.format] ?? "doesn't have the right form"}.`;
    case "not_multiple_of":
      return `${what} must be a multiple of ${issue.divisor}.`;
    case "invalid_union":
      return `${what} ${union(issue)}.`;
    default:
      return `${what} is not valid.`;
  }
}

const typeNames: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  array: "a list",
  null: "null",
};

const formats: Record<string, string> = {
  email: "is not an e-mail address",
  uuid: "is not a UUID",
  date: "is not a date that exists; write it as 2026-11-27",
  datetime: "is not a moment; write it as 2026-11-27T17:00:00Z",
  url: "is not a web address",
};

const isList = (origin: string) => origin === "array" || origin === "set";
const count = (number: number | bigint) => number.toLocaleString("en");

function choice(values: string[]): string {
  if (values.length === 1) return values[0] ?? "";
  return `one of ${values.slice(0, 30).join(", ")}`;
}

// "always, never or a whole number": what each alternative of a union asks for, when they are that simple.
function union(issue: Extract<Issue, { code: "invalid_union" }>): string {
  const wanted = issue.errors.map((issues) => {
    const [first] = issues;
    if (issues.length !== 1 || !first || first.path.length > 0) return null;
    if (first.code === "invalid_value") return choice(first.values.map(String));
    if (first.code === "invalid_type") return typeNames[first.expected] ?? null;
    return null;
  });
  return wanted.length > 0 && wanted.every((part) => part !== null) ? `must be ${wanted.join(" or ")}` : "is not valid";
}

/** Names of fields come from outside: not all of a long one is repeated. */
export const shorten = (name: string) => (name.length > 60 ? `${name.slice(0, 60)}…` : name);
