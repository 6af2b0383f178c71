import { expect, test } from "vitest";
import type { Call } from "@/lib/activity/schema";
import { toolNames, tools } from "@/lib/tools/registry";
import { cards, proposalOf } from "./cards";

test("a card goes by the title of its tool, and reads are those that the registry says", () => {
  for (const name of toolNames) {
    expect(cards[name].title).toBe(tools[name].title);
    expect(cards[name].isRead ?? false).toBe(tools[name].effect === "read");
  }
});

test("what waits for a yes is named by what it would do", () => {
  const say = (toolName: string, many: number | undefined, parameters: object = {}) =>
    proposalOf({ toolName, parameters } as Call, many);
  expect(say("delete_task", 7)).toBe("Move 7 tasks to the bin");
  expect(say("delete_task", undefined)).toBe("Move tasks to the bin");
  expect(say("update_task", 1)).toBe("Change 1 task");
  expect(say("set_task_complete", 2, { completed: false })).toBe("Reopen 2 tasks");
  expect(say("create_task", 1)).toBe("Add a task");
});
