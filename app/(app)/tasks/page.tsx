import type { Metadata } from "next";
import { firstTasks } from "@/app/(app)/first-tasks";
import { signedIn } from "@/app/(app)/gate";
import { PageHead } from "@/components/frame/page-head";
import { AskedTask } from "@/components/tasks/asked-task";
import { TaskPane } from "@/components/tasks/task-pane";

export const metadata: Metadata = { title: "Tasks" };

const numberIn = (text: unknown) =>
  typeof text === "string" && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;

export default async function TasksPage({ searchParams }: PageProps<"/tasks">) {
  const person = await signedIn("/tasks");
  const asked = numberIn((await searchParams).task);
  return (
    <main aria-label="Tasks" className="flex min-h-0 flex-col bg-sheet">
      <div className="mx-auto flex min-h-0 w-full max-w-200 flex-1 flex-col">
        <PageHead title="Tasks" flush />
        <TaskPane key={asked} first={await firstTasks(person)} view="all" heading="h2" />
        {asked ? <AskedTask number={asked} /> : null}
      </div>
    </main>
  );
}
