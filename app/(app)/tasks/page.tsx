import type { Metadata } from "next";
import { firstTasks } from "@/app/(app)/first-tasks";
import { signedIn } from "@/app/(app)/gate";
import { PageHead } from "@/components/frame/page-head";
import { AskedTask } from "@/components/tasks/asked-task";
import { queryIn } from "@/components/tasks/query";
import { TasksPage } from "@/components/tasks/tasks-page";

export const metadata: Metadata = { title: "Tasks" };

const numberIn = (text: unknown) =>
  typeof text === "string" && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;

export default async function Tasks({ searchParams }: PageProps<"/tasks">) {
  const person = await signedIn("/tasks");
  const params = await searchParams;
  const get = (name: string) => {
    const value = params[name];
    return typeof value === "string" ? value : null;
  };
  const asked = numberIn(params.task);
  return (
    <main aria-label="Tasks" className="flex min-h-0 flex-col bg-sheet">
      <div className="mx-auto flex min-h-0 w-full max-w-240 flex-1 flex-col">
        <PageHead title="Tasks" flush />
        <TasksPage first={await firstTasks(person, queryIn({ get }, "all"))} />
        {asked ? <AskedTask number={asked} /> : null}
      </div>
    </main>
  );
}
