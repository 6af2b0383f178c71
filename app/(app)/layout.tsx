import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { panesCookie, readHidden } from "@/components/frame/panes";
import { PersonProvider } from "@/components/frame/person";
import { Shell } from "@/components/frame/shell";
import { currentUser } from "@/lib/auth/require-user";
import { conversationsOf } from "@/lib/conversations/store";
import { dateIn } from "@/lib/dates";
import { firstTasks } from "./first-tasks";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const person = await currentUser();
  // Without a session there is no shell; the page inside knows its path and sends the person to sign in and back.
  if (!person) return children;
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
