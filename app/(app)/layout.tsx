import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { panesCookie, readHidden } from "@/components/frame/panes";
import { PersonProvider } from "@/components/frame/person";
import { Shell } from "@/components/frame/shell";
import { conversationsOf } from "@/lib/conversations/store";
import { dateIn } from "@/lib/dates";
import { firstTasks } from "./first-tasks";
import { signedIn } from "./gate";

export default async function AppLayout({ children }: { children: ReactNode }) {
  // Here too, because a page that is still loading can only send the person away after the first byte.
  const person = await signedIn("/");
  const [conversations, tasks] = await Promise.all([conversationsOf(person.id).list(), firstTasks(person)]);
  const hidden = readHidden((await cookies()).get(panesCookie)?.value);
  const { id, name, email, timeZone, settings } = person;
  return (
    <PersonProvider person={{ id, name, email, timeZone, settings }} today={dateIn(timeZone)}>
      <Shell conversations={conversations} tasks={tasks} hidden={hidden}>
        {children}
      </Shell>
    </PersonProvider>
  );
}
