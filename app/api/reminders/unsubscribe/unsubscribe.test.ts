import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { makeUser } from "@/lib/db/testing";
import { personOf, tokenFor } from "@/lib/reminders/summary/link";
import { POST } from "./route";

test("the link in a summary stops it with one click, and only whoever holds it can", async () => {
  const user = await makeUser();
  await db.user.update({ where: { id: user.id }, data: { settings: { theme: "dark", reminders: { summary: 7 } } } });
  const at = async () => (await db.dailySummary.findUniqueOrThrow({ where: { userId: user.id } })).at;
  const post = (token: string) =>
    POST(new Request(`https://docket.example.com/api/reminders/unsubscribe?token=${token}`, { method: "POST" }));
  expect(personOf(tokenFor(user.id))).toBe(user.id);
  const other = Buffer.from(tokenFor(user.id), "base64url");
  other[0] = (other[0] ?? 0) ^ 1;
  expect((await post(other.toString("base64url"))).status).toBe(404);
  expect((await post("")).status).toBe(404);
  expect(await at()).not.toBeNull();
  expect((await post(tokenFor(user.id))).status).toBe(204);
  expect(await at()).toBeNull();
  const { settings } = await db.user.findUniqueOrThrow({ where: { id: user.id } });
  expect(settings).toEqual({ theme: "dark", reminders: { summary: null } });
});
