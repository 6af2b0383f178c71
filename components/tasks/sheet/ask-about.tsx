"use client";

import { MessageCircleQuestion } from "lucide-react";
import { useRouter } from "next/navigation";
import { putIntoComposer } from "@/components/chat/put-into-composer";
import { usePerson } from "@/components/frame/person";
import { IconButton } from "@/components/ui/button";
import type { Task } from "@/lib/tasks/schema";

type AskAboutProps = { task: Pick<Task, "number" | "title">; onClose: () => void };

/** Begins a sentence about the task where one writes to the assistant: in the chat beside it, or in a new one. */
export function AskAbout({ task, onClose }: AskAboutProps) {
  const { id: user } = usePerson();
  const router = useRouter();

  function begin() {
    const isBeside = putIntoComposer(`About #${task.number} “${task.title}”: `, user);
    // The way to the new chat is a step of its own; the sheet is closed by it.
    if (isBeside) onClose();
    else router.push("/");
  }

  return (
    <IconButton label="Ask about this" onClick={begin}>
      <MessageCircleQuestion aria-hidden />
    </IconButton>
  );
}
