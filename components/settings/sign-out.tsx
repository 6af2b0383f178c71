"use client";

import { useState } from "react";
import { sentence } from "@/components/ask";
import { signOut } from "@/components/frame/leave";
import { Button } from "@/components/ui/button";
import { Section } from "./section";

export function SignOut() {
  const [wrong, setWrong] = useState<string | null>(null);
  async function leave() {
    try {
      await signOut();
    } catch (error) {
      setWrong(sentence(error));
    }
  }
  return (
    <Section title="Session" said={wrong ? { text: wrong, wrong: true } : null}>
      <p className="text-soft">Signing out also clears the drafts kept in this browser.</p>
      <Button onClick={leave} className="justify-self-start">
        Sign out
      </Button>
    </Section>
  );
}
