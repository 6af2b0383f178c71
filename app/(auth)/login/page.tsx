import type { Metadata } from "next";
import Link from "next/link";
import { AccountForm } from "@/components/auth/account-form";
import { Field } from "@/components/ui/field";
import { safePath } from "@/lib/auth/safe-path";

export const metadata: Metadata = { title: "Sign in" };

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const { next: wanted, ended } = await searchParams;
  const next = safePath(wanted);
  return (
    <>
      <h1 className="pb-4 font-display text-title">Sign in</h1>
      {ended ? <p className="-mt-2 pb-4 text-slip-ink">You were signed out. Sign in to go on where you were.</p> : null}
      <AccountForm action="/api/session" verb="Sign in" next={next}>
        <Field label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
      </AccountForm>
      <p className="pt-4 text-soft">
        New here?{" "}
        <Link
          href={{ pathname: "/register", query: next === "/" ? {} : { next } }}
          className="font-medium text-accent underline underline-offset-3"
        >
          Create an account
        </Link>
      </p>
    </>
  );
}
