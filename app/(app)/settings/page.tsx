import type { Metadata } from "next";
import { signedIn } from "@/app/(app)/gate";
import { PageHead } from "@/components/frame/page-head";
import { Assistant } from "@/components/settings/assistant";
import { DeleteAccount } from "@/components/settings/delete-account";
import { ApprovalRules, Look } from "@/components/settings/preferences";
import { Profile } from "@/components/settings/profile";
import { Reminders } from "@/components/settings/reminders";
import { Security } from "@/components/settings/security";
import { Zone } from "@/components/settings/zone";
import { offeredModels } from "@/lib/assistant/models";
import { sessionsOf } from "@/lib/auth/sessions/store";
import { canMail } from "@/lib/mail/mail";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const person = await signedIn("/settings");
  const sessions = await sessionsOf(person.id, person.sessionId);
  return (
    <main aria-label="Settings" className="min-h-0 overflow-y-auto bg-sheet">
      <div className="mx-auto w-full max-w-200 pb-10">
        <PageHead title="Settings" />
        <div className="px-4 sm:px-6">
          <Profile />
          <Zone />
          <Look />
          <Assistant models={offeredModels().map(({ id, name }) => ({ id, name }))} />
          <Reminders canMail={canMail()} />
          <ApprovalRules />
          <Security first={sessions} />
          <DeleteAccount />
        </div>
      </div>
    </main>
  );
}
