import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Mark } from "@/components/frame/mark";
import { currentUser } from "@/lib/auth/require-user";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  if (await currentUser()) redirect("/");
  return (
    <main className="grid min-h-dvh content-center justify-items-center px-4 py-10">
      <div className="w-full max-w-100">
        <div className="pb-6">
          <Mark large />
          <p className="pt-1 text-soft">A to-do list you talk to, with every change on the record.</p>
        </div>
        <div className="slip px-6 py-6 [--hole:var(--color-paper)] sm:px-8">{children}</div>
      </div>
    </main>
  );
}
