import type { Metadata } from "next";
import Link from "next/link";
import { AccountForm } from "@/components/auth/account-form";
import { Field } from "@/components/ui/field";
import { safePath } from "@/lib/auth/safe-path";

export const metadata: Metadata = { title: "Create an account" };

export default async function RegisterPage({ searchParams }: PageProps<"/register">) {
  const next = safePath((await searchParams).next);
  return (
    <>
      <h1 className="pb-4 font-display text-title">Create an account</h1>
      <AccountForm action="/api/users" verb="Create account" next={next}>
        <Field label="Name" name="name" autoComplete="name" maxLength={100} autoFocus />
        <Field label="E-mail" name="email" type="email" autoComplete="username" required />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={8}
          maxLength={128}
          required
          hint="At least 8 characters."
        />
      </AccountForm>
      <p className="pt-4 text-soft">
        Been here before?{" "}
        <Link
          href={{ pathname: "/login", query: next === "/" ? {} : { next } }}
          className="font-medium text-accent underline underline-offset-3"
        >
          Sign in
        </Link>
      </p>
    </>
  );
}
