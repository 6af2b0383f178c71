import type { Metadata } from "next";
import { signedIn } from "@/app/(app)/gate";
import { Timeline } from "@/components/activity/timeline";
import { PageHead } from "@/components/frame/page-head";
import { activityOf } from "@/lib/activity/store";

export const metadata: Metadata = { title: "Activity" };

export default async function ActivityPage() {
  const person = await signedIn("/activity");
  const activity = activityOf(person.id);
  const [first, pending] = await Promise.all([activity.list(), activity.pending()]);
  return (
    <main aria-label="Activity" className="min-h-0 overflow-y-auto bg-sheet">
      <div className="mx-auto w-full max-w-200">
        <PageHead title="Activity">Every change, whoever made it, with the way back.</PageHead>
        <Timeline first={first} firstPending={pending} />
      </div>
    </main>
  );
}
