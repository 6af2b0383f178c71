import { expect, test } from "vitest";
import type { Call } from "@/lib/activity/schema";
import type { ChatMessage, ReplyMetadata } from "@/lib/assistant/schema";
import { announcementOf } from "./announcement";

const reply = (metadata: ReplyMetadata, parts: ChatMessage["parts"] = []): ChatMessage => ({
  id: "r",
  role: "assistant",
  parts,
  metadata,
});
// Only what is looked at.
const call = (status: Call["status"], changes = 0) =>
  ({ status, changes: Array.from({ length: changes }) }) as unknown as Call;

test("a reply that has ended says so, and how many changes it made", () => {
  expect(announcementOf(reply({ status: "COMPLETED" }), [])).toBe("Docket has replied.");
  expect(announcementOf(reply({ status: "COMPLETED" }), [call("SUCCESS", 1)])).toBe(
    "Docket has replied. 1 change is on the record.",
  );
  expect(
    announcementOf(reply({ status: "COMPLETED" }), [call("SUCCESS", 1), call("SUCCESS", 3), call("SUCCESS")]),
  ).toBe("Docket has replied. 2 changes are on the record.");
});

test("a stop, a failure and a question are each said as what they are", () => {
  expect(announcementOf(reply({ status: "STOPPED" }), [call("SUCCESS", 1)])).toBe(
    "Stopped. 1 change is on the record.",
  );
  const error = { code: "model_failed", message: "The model broke off." } as const;
  expect(announcementOf(reply({ status: "ERROR", error }), [])).toBe("The reply broke off. The model broke off.");
  expect(announcementOf(reply({ status: "AWAITING_APPROVAL" }), [call("PENDING")])).toBe(
    "Docket needs your yes: approve or refuse.",
  );
  const options = [
    { label: "Yes", text: "yes" },
    { label: "No", text: "no" },
  ];
  expect(announcementOf(reply({ status: "COMPLETED" }, [{ type: "data-choices", data: { options } }]), [])).toBe(
    "Docket asks, and offers 2 answers to choose from.",
  );
});

test("nothing is said of a message of the person, or of none", () => {
  expect(announcementOf(undefined, [])).toBe("");
  expect(announcementOf({ role: "user", parts: [] }, [])).toBe("");
});
