import type { Metadata } from "next";
import { signedIn } from "@/app/(app)/gate";
import { PageHead } from "@/components/frame/page-head";
import { ApprovalRules, Look } from "@/components/settings/preferences";
import { Profile } from "@/components/settings/profile";
import { SignOut } from "@/components/settings/sign-out";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  await signedIn("/settings");
  return (
    <main aria-label="Settings" className="min-h-0 overflow-y-auto bg-sheet">
      <div className="mx-auto w-full max-w-200 pb-10">
        <PageHead title="Settings" />
        <div className="px-4 sm:px-6">
          <Profile />
          <Look />
          <ApprovalRules />
          <SignOut />
        </div>
      </div>
    </main>
  );
}
