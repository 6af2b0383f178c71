import type { Person } from "@/e2e/people";

const tasks = [
  { title: "Pay the electricity bill", due: "yesterday", priority: "high", tags: ["home"] },
  { title: "Book the dentist", due: "today 15:00", priority: "medium" },
  { title: "Water the plants", due: "today", recurrence: "FREQ=WEEKLY;BYDAY=MO,TH" },
  { title: "Call mum", due: "friday 18:30", tags: ["family"] },
  {
    title: "Prepare the slides for the quarterly review with the whole team and send them around",
    due: "next tuesday 9:00",
    priority: "high",
    tags: ["work"],
  },
  { title: "Buy oat milk", tags: ["shopping"] },
  { title: "Buy bread", tags: ["shopping"] },
  { title: "Read the lease", description: "Look at **section 4** first." },
] as const;

/** Somebody in the middle of an ordinary week. */
export async function ordinaryWeek(person: Person): Promise<void> {
  for (const task of tasks) await person.tool("create_task", task);
  await person.tool("set_task_complete", { numbers: [7], completed: true });
}

/** Conversations as they pile up; the newest is answered with its id. */
export async function ordinaryTalk(person: Person): Promise<string> {
  await person.say("what is due this week?");
  await person.say("add renew the passport in two weeks, it's urgent");
  const { conversationId } = await person.say("add buy milk tomorrow at 5pm and call the plumber on friday");
  await person.say("move the plumber to monday at 10", conversationId);
  await person.say("what's overdue?", conversationId);
  await person.say("mark milk as done", conversationId);
  return conversationId;
}
