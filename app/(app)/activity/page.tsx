import type { Metadata } from "next";
import { signedIn } from "@/app/(app)/gate";
import { filtersIn, nameInAddress } from "@/components/activity/filters";
import { Timeline } from "@/components/activity/timeline";
import { PageHead } from "@/components/frame/page-head";
import { activityFilterSchema } from "@/lib/activity/schema";
import { activityOf } from "@/lib/activity/store";

export const metadata: Metadata = { title: "Activity" };

export default async function ActivityPage({ searchParams }: PageProps<"/activity">) {
  const person = await signedIn("/activity");
  const asked = await searchParams;
  const filters = activityFilterSchema.parse(filtersIn((name) => asked[nameInAddress(name)]));
  const activity = activityOf(person.id);
  const [page, waiting] = await Promise.all([
    activity.list(filters, person.timeZone),
    activity.list({ waiting: true, limit: 100 }),
  ]);
  const pending = waiting.calls.filter(({ messageId }) => !filters.reply || messageId === filters.reply);
  return (
    <main aria-label="Activity" className="min-h-0 overflow-y-auto bg-sheet">
      <div className="mx-auto w-full max-w-200">
        <PageHead title="Activity">Every change, whoever made it, with the way back.</PageHead>
        <Timeline first={{ ...page, pending }} moment={new Date().toISOString()} />
      </div>
    </main>
  );
}
