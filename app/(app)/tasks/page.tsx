import type { Metadata } from "next";
import { firstTasks } from "@/app/(app)/first-tasks";
import { signedIn } from "@/app/(app)/gate";
import { PageHead } from "@/components/frame/page-head";
import { TaskPane } from "@/components/tasks/task-pane";

export const metadata: Metadata = { title: "Tasks" };

export default async function TasksPage() {
  const person = await signedIn("/tasks");
  return (
    <main aria-label="Tasks" className="flex min-h-0 flex-col bg-sheet">
      <div className="mx-auto flex min-h-0 w-full max-w-200 flex-1 flex-col">
        <PageHead title="Tasks" />
        <TaskPane first={await firstTasks(person)} view="all" heading="h2" />
      </div>
    </main>
  );
}
