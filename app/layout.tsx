import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { OfflineWorker } from "@/components/frame/offline-worker";
import { currentUser } from "@/lib/auth/require-user";
import { buildId } from "@/lib/live/build";
import "./globals.css";

const text = localFont({
  src: "../node_modules/@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2",
  weight: "400 900",
  variable: "--font-text",
});

const title = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-title",
  adjustFontFallback: "Times New Roman",
});

export const metadata: Metadata = {
  title: { default: "Docket", template: "%s · Docket" },
  description: "A to-do list you talk to, with every change on the record.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f1f3ea" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1412" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const person = await currentUser();
  return (
    <html
      lang="en"
      data-theme={person?.settings.theme ?? "system"}
      data-build={await buildId()}
      data-person={person?.id}
      className={`${text.variable} ${title.variable}`}
    >
      <body>
        {children}
        <OfflineWorker />
      </body>
    </html>
  );
}
