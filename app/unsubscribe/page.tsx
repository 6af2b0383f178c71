import type { Metadata } from "next";
import { Notice } from "@/components/frame/notice";
import { Button } from "@/components/ui/button";
import { personOf } from "@/lib/reminders/summary/link";

export const metadata: Metadata = { title: "Daily summary", robots: { index: false } };

/** Where the link in a daily summary leads. Looking at it changes nothing: mail programs look at links too. */
export default async function UnsubscribePage({ searchParams }: PageProps<"/unsubscribe">) {
  const { token, done } = await searchParams;
  return <main>{shown(token, done !== undefined)}</main>;
}

function shown(token: string | string[] | undefined, isDone: boolean) {
  if (isDone)
    return (
      <Notice title="No more summaries">
        <p>The daily summary is switched off. It can be switched on again in the settings.</p>
      </Notice>
    );
  if (typeof token !== "string" || !personOf(token))
    return (
      <Notice title="This link does not work">
        <p>It is not whole, or not one of ours. The daily summary can be switched off in the settings.</p>
      </Notice>
    );
  return (
    <Notice title="Stop the daily summary?">
      <p>No more letters with what is due. Reminders in Docket stay as they are.</p>
      <form method="post" action={`/api/reminders/unsubscribe?token=${token}`}>
        <Button type="submit" kind="primary">
          Stop the summaries
        </Button>
      </form>
    </Notice>
  );
}
