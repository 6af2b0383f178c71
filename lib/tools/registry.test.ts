import { expect, test } from "vitest";
import { z } from "zod";
import { toolNamesInDatabase } from "@/lib/db/testing";
import { toolNames, tools } from "./registry";

test("the database lets exactly these tools on the record", async () => {
  expect(toolNames.toSorted()).toEqual(await toolNamesInDatabase());
});

test.each(toolNames)("%s says what it is and refuses fields that it doesn't know", (name) => {
  const tool = tools[name];
  expect(tool.title.length).toBeGreaterThan(3);
  expect(tool.description.length).toBeGreaterThan(20);
  expect(["read", "write", "destroy"]).toContain(tool.effect);
  expect(z.toJSONSchema(tool.input, { io: "input" }).additionalProperties).toBe(false);
  expect(Object.keys(tool.input.shape).filter((field) => /user/i.test(field))).toEqual([]);
});

// What a model is told is part of what the product does: a change of it is looked at, in this file.
test("the definitions of the tools are the reviewed ones", async () => {
  const definitions = toolNames.map((name) => {
    const { title, description, effect, input, output } = tools[name];
    const schemas = { input: z.toJSONSchema(input, { io: "input" }), output: z.toJSONSchema(output) };
    return { name, title, description, effect, ...schemas };
  });
  await expect(`${JSON.stringify(definitions, null, 2)}\n`).toMatchFileSnapshot("./definitions.snap");
});
