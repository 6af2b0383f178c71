import { expect, test } from "vitest";
import { withChoices } from "./choices";

const end = { type: "text-end", id: "text" } as const;

test("answers that the built-in assistant offers become a part of the reply", () => {
  const choices = [{ label: "Call the dentist", text: "#4" }];
  expect(withChoices({ ...end, providerMetadata: { docket: { choices } } })).toEqual([
    end,
    { type: "data-choices", data: { options: choices } },
  ]);
});

test("metadata of other models stays what it is, and is never read as choices", () => {
  const foreign = { ...end, providerMetadata: { openai: { itemId: "msg_1", choices: [{ label: "x", text: "y" }] } } };
  expect(withChoices(foreign)).toEqual([foreign]);
  expect(withChoices(end)).toEqual([end]);
  const broken = { ...end, providerMetadata: { docket: { choices: [{ label: "" }] } } };
  expect(withChoices(broken)).toEqual([broken]);
});
