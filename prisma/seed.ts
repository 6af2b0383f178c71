import { register, registrationSchema, userForScript } from "@/lib/auth/users";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { runTool } from "@/lib/tools/run";

/** The demo account of `npm run dev`. `npm start` never makes it: its password stands here. */
const demo = { email: "demo@docket.example", password: "walk the docket", name: "Demo", timeZone: "Europe/Paris" };

const tasks = [
  { title: "Book the dentist", due: "next tuesday 3pm", tags: ["health"] },
  { title: "Call mum", due: "friday 6pm", tags: ["family"] },
  { title: "Pay the rent", due: "tomorrow", priority: "high", recurrence: "FREQ=MONTHLY", tags: ["home"] },
  { title: "Water the plants", due: "today", recurrence: "FREQ=WEEKLY", tags: ["home"] },
  { title: "Read the paper on reply logs", priority: "low" },
];

async function seed() {
  if (await isThere()) return;
  await register(registrationSchema.parse(demo), null);
  const { id } = await userForScript(demo.email);
  const today = { now: new Date(), timeZone: demo.timeZone };
  for (const task of tasks) {
    const result = await runTool("create_task", task, { user: id, source: "API", actorName: "seed", today });
    if (result.status !== "SUCCESS") throw new Error(`"${task.title}" was not made: ${JSON.stringify(result)}`);
  }
}

async function isThere(): Promise<boolean> {
  try {
    await userForScript(demo.email);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return false;
    throw error;
  }
}

try {
  await seed();
} finally {
  await db.$disconnect();
}
