import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { stranger } from "@/e2e/people";
import { violationsOfPrivacy, violationsOfTheNextMessage } from "./doors";
import type { History } from "./history";
import type { Sql } from "./sql";

/** A server that gives everybody the same answer to everything. */
async function everythingAnswers(status: number, body = "{}", toPost = status): Promise<string> {
  const server = createServer(({ method }, response) => {
    response.writeHead(method === "POST" ? toPost : status, { "content-type": "application/json" });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Somebody who has one conversation with one reply, and one call on the record. */
function somebody(baseURL: string): { sql: Sql; history: History } {
  const rows = [{ id: "call", conversationId: "conversation", replyId: "reply" }];
  const history = { userId: "user", person: stranger(baseURL), said: [], effects: [], sights: [] };
  // Both questions of the checks are answered by these columns.
  return { sql: async <Result extends object>() => rows as object[] as Result[], history };
}

test("I8 · a door that opens for another person is found", async () => {
  const open = await everythingAnswers(200);
  const { sql, history } = somebody(open);
  expect(await violationsOfPrivacy(sql, [history], stranger(open))).toEqual([
    "I8: another person gets 200 for /api/conversations/conversation.",
    "I8: another person gets 200 for /api/conversations/conversation/messages.",
    "I8: another person gets 200 for /api/chat/conversation/stream?reply=reply.",
    "I8: another person gets 200 for /api/activity/call.",
  ]);
});

test("I8 · doors that know of nothing are fine", async () => {
  const closed = await everythingAnswers(404);
  const { sql, history } = somebody(closed);
  expect(await violationsOfPrivacy(sql, [history], stranger(closed))).toEqual([]);
});

test("I9 · a conversation that takes no next message is found", async () => {
  const { sql, history } = somebody(await everythingAnswers(200, '{"messages": [], "more": false}', 409));
  expect(await violationsOfTheNextMessage(sql, [history])).toEqual([
    "I9: conversation conversation took its next message with 409 and ended it as undefined.",
  ]);
});
