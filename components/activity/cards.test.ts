import { expect, test } from "vitest";
import { toolNames, tools } from "@/lib/tools/registry";
import { cards } from "./cards";

test("a card goes by the title of its tool, and reads are those that the registry says", () => {
  for (const name of toolNames) {
    expect(cards[name].title).toBe(tools[name].title);
    expect(cards[name].isRead ?? false).toBe(tools[name].effect === "read");
  }
});
