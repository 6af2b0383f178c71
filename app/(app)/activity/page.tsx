import type { Metadata } from "next";
import { z } from "zod";
import { signedIn } from "@/app/(app)/gate";
import { Timeline } from "@/components/activity/timeline";
import { PageHead } from "@/components/frame/page-head";
import { activityOf } from "@/lib/activity/store";

export const metadata: Metadata = { title: "Activity" };

export default async function ActivityPage({ searchParams }: PageProps<"/activity">) {
  const person = await signedIn("/activity");
  const reply = z.uuid().safeParse((await searchParams).reply).data;
  const activity = activityOf(person.id);
  const [first, pending] = await Promise.all([activity.list({ reply }), activity.pending()]);
  return (
    <main aria-label="Activity" className="min-h-0 overflow-y-auto bg-sheet">
      <div className="mx-auto w-full max-w-200">
        <PageHead title="Activity">Every change, whoever made it, with the way back.</PageHead>
        <Timeline
          key={reply}
          first={first}
          firstPending={pending.filter(({ messageId }) => !reply || messageId === reply)}
          reply={reply}
        />
      </div>
    </main>
  );
}
