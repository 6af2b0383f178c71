import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { makeTask, makeUser } from "@/lib/db/testing";
import { links } from "./link";
import { sweepSummaries } from "./send";

type Heard = { to: string[]; text: string };

/** A mail server on this machine; it refuses the first so many letters. */
async function mailServer({ refuses = 0 } = {}) {
  const heard: Heard[] = [];
  let left = refuses;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        left -= 1;
        if (left >= 0) return done(new Error("451 not now"));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        heard.push({ to, text: unfolded(Buffer.concat(parts).toString()) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(resolve)));
  const { port } = server.server.address() as AddressInfo; // of a TCP server
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${port}?ignoreTLS=true`);
  return { heard, to: (email: string) => heard.filter(({ to }) => to.includes(email)) };
}

/** Headers on one line each, quoted-printable read. */
const unfolded = (text: string) =>
  Buffer.from(
    text
      .replace(/\r\n[ \t]+/g, " ")
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString();

beforeEach(() => {
  vi.stubEnv("MAIL_FROM", "Docket <docket@example.com>");
  vi.stubEnv("PUBLIC_URL", "https://docket.example.com");
});
afterEach(() => vi.unstubAllEnvs());

/** A person whose summary is due now, by their own clock. */
async function person() {
  const user = await makeUser();
  await db.user.update({ where: { id: user.id }, data: { settings: { reminders: { summary: 7 } } } });
  const due = (ago = "1 minute") =>
    db.$executeRaw`UPDATE "DailySummary" SET "at" = now() - ${ago}::interval WHERE "userId" = ${user.id}::uuid`;
  await due();
  const row = () => db.dailySummary.findUniqueOrThrow({ where: { userId: user.id } });
  return { user, due, row };
}

const dayFrom = (days: number) => new Date(new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));

test("the letter says what is late, due and next, in text and in HTML, and how to stop it", async () => {
  const { to } = await mailServer();
  const { user } = await person();
  await makeTask(user, { title: "Pay <b>rent</b> & water", dueDate: dayFrom(-2) });
  await makeTask(user, { title: "Call mum", dueDate: dayFrom(0), dueTime: new Date("1970-01-01T15:00Z") });
  await makeTask(user, { title: "Dentist", dueDate: dayFrom(3) });
  await makeTask(user, { title: "Far away", dueDate: dayFrom(30) });
  await makeTask(user, { title: "Done already", dueDate: dayFrom(0), isCompleted: true });
  await sweepSummaries();
  const [letter] = to(user.email);
  expect(letter?.text).toMatch(/^Subject: .*: 1 today, 1 late, 1 upcoming/m);
  expect(letter?.text).toContain("15:00 Call mum (#2)");
  expect(letter?.text).toContain("Pay <b>rent</b> & water (#1)");
  expect(letter?.text).toContain("Pay &lt;b&gt;rent&lt;/b&gt; &amp; water");
  expect(letter?.text).toContain("Dentist");
  expect(letter?.text).not.toMatch(/Far away|Done already/);
  expect(letter?.text).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(letter?.text).toContain(`List-Unsubscribe: <${links(user.id).unsubscribe}>`);
});

test("once per person and day, with two instances and after restarts", async () => {
  const { to } = await mailServer();
  const { user, due, row } = await person();
  await makeTask(user, { dueDate: dayFrom(0) });
  await Promise.all([sweepSummaries(), sweepSummaries(), sweepSummaries()]);
  await sweepSummaries();
  expect(to(user.email)).toHaveLength(1);
  const { at } = await row();
  expect(at?.getTime()).toBeGreaterThan(Date.now());
  // Choosing another hour today sends no second one today.
  await db.user.update({ where: { id: user.id }, data: { settings: { reminders: { summary: 23 } } } });
  const { at: next, sentOn } = await row();
  expect(next?.toISOString().slice(0, 10)).not.toBe(sentOn?.toISOString().slice(0, 10));
  await due();
  await sweepSummaries();
  expect(to(user.email)).toHaveLength(2);
});

test("what the mail server refuses goes out later; after half a day, or without tasks, nothing does", async () => {
  const { to, heard } = await mailServer({ refuses: 1 });
  const { user, due, row } = await person();
  await makeTask(user, { dueDate: dayFrom(0) });
  await sweepSummaries();
  expect(heard).toEqual([]);
  expect(await row()).toMatchObject({ tries: 1 });
  await due();
  await sweepSummaries();
  expect(to(user.email)).toHaveLength(1);
  expect(await row()).toMatchObject({ tries: 0 });
  await due("13 hours");
  await sweepSummaries();
  const idle = await person();
  await sweepSummaries();
  expect(to(user.email)).toHaveLength(1);
  expect(to(idle.user.email)).toEqual([]);
});
