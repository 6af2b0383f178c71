import { v7 } from "uuid";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { makeConversation, makeMessage, makeUser } from "@/lib/db/testing";
import { type Lease, replyLog } from "./store";
import { append } from "./writer";

async function leased(): Promise<Lease> {
  const user = await makeUser();
  const conversation = await makeConversation(user);
  const owner = v7();
  const leaseUntil = new Date(Date.now() + 60_000);
  const { id } = await makeMessage(conversation, {
    ...{ role: "ASSISTANT", status: "PENDING", content: "" },
    ...{ leaseOwner: owner, leaseEpoch: 1, leaseUntil },
  });
  return { user: user.id, messageId: id, conversationId: conversation.id, owner, epoch: 1 };
}

const said = (lease: Lease, delta: string) => ({
  lease,
  chunks: [{ seq: 1_000_001, chunk: { type: "text-delta" as const, id: "t", delta } }],
});
const logged = async (lease: Lease) => (await replyLog(lease.user, lease, 0))?.events.map(({ chunk }) => chunk);

test("replies that have something to log at one moment are written together, each to its own log", async () => {
  const leases = await Promise.all(Array.from({ length: 5 }, leased));
  const written = await Promise.all(leases.map((lease, index) => append(said(lease, `reply ${index}`))));
  expect(written).toEqual(leases.map(() => "held"));
  for (const [index, lease] of leases.entries())
    expect(await logged(lease)).toEqual([{ type: "text-delta", id: "t", delta: `reply ${index}` }]);
});

test("one that was taken over or stopped hears of it, and the others are written", async () => {
  const [mine, lost, stopped] = await Promise.all([leased(), leased(), leased()]);
  await db.message.updateMany({ where: { id: lost.messageId }, data: { leaseEpoch: 2 } });
  await db.message.updateMany({ where: { id: stopped.messageId }, data: { stopRequestedAt: new Date() } });
  const batches = [said(mine, "mine"), said(lost, "too late"), { lease: stopped, chunks: [] }];
  expect(await Promise.all(batches.map(append))).toEqual(["held", "lost", "stop"]);
  expect(await logged(lost)).toEqual([]);
  expect(await logged(mine)).toHaveLength(1);
});

test("one that a tool's transaction holds waits by itself", async () => {
  const [free, held] = await Promise.all([leased(), leased()]);
  const late = await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Message" WHERE "id" = ${held.messageId}::uuid FOR SHARE`;
    const waiting = append(said(held, "later"));
    expect(await append(said(free, "at once"))).toBe("held");
    expect(await logged(held)).toEqual([]);
    return { waiting };
  });
  expect(await late.waiting).toBe("held");
  expect(await logged(held)).toHaveLength(1);
});

test("a batch that is written again with more chunks is told once", async () => {
  const lease = await leased();
  const [first] = said(lease, "one ").chunks;
  const second = { seq: 1_000_002, chunk: { type: "text-delta" as const, id: "t", delta: "two" } };
  if (!first) throw new Error("no chunk");
  for (const chunks of [[first], [first], [first, second]]) expect(await append({ lease, chunks })).toBe("held");
  expect(await logged(lease)).toEqual([first.chunk, second.chunk]);
  expect((await replyLog(lease.user, lease, first.seq))?.events.map(({ seq }) => seq)).toEqual([second.seq]);
});
