import { z } from "zod";

const form = /^[^\s\p{C}@"(),:;<>[\\\]]{1,64}@[^\s\p{C}@"(),:;<>[\\\]]+\.[^\s\p{C}@"(),:;<>[\\\]]{2,}$/u;

/**
 * The one spelling under which an address is stored and looked up, or null when it is none. Exactly one "@", before and
 * after NFKC: otherwise the wide "＠" (U+FF20) makes an address whose owner is somebody else once it is normalised.
 */
export function canonicalEmail(text: string): string | null {
  const trimmed = text.trim();
  const email = trimmed.normalize("NFKC").toLowerCase().normalize("NFKC");
  const isOne = [trimmed, email].every((spelling) => spelling.split("@").length === 2);
  return isOne && email.length <= 254 && form.test(email) ? email : null;
}

export const emailSchema = z.string().transform((text, issues) => {
  const email = canonicalEmail(text);
  if (email !== null) return email;
  issues.addIssue("Enter an e-mail address such as ada@example.com.");
  return z.NEVER;
});
