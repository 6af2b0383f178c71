import "server-only";
import { createTransport } from "nodemailer";
import { env } from "@/lib/env";

export type Letter = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where one POST ends what this letter is one of (RFC 8058). */
  unsubscribe: string;
};

export const canMail = (): boolean => Boolean(env.SMTP_URL && env.MAIL_FROM);

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Throws when the mail server doesn't take it. */
export async function mail({ to, subject, text, html, unsubscribe }: Letter): Promise<void> {
  const address = new URL(env.SMTP_URL ?? "");
  // nodemailer reads options that stand in the address, and only those when there is one.
  for (const [name, value] of Object.entries(patience)) address.searchParams.set(name, String(value));
  const transport = createTransport(address.href);
  try {
    await transport.sendMail({
      from: env.MAIL_FROM,
      to: { name: "", address: to },
      subject,
      text,
      html,
      headers: {
        "List-Unsubscribe": { prepared: true, value: `<${unsubscribe}>` },
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
      },
      // What a task says must not make this server read a file or call an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } finally {
    transport.close();
  }
}
