"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { v7 as uuid } from "uuid";
import { ask, sentence } from "@/components/ask";
import { usePerson } from "@/components/frame/person";
import type { ConversationPage } from "@/components/sidebar/use-conversations";
import { Wrong } from "@/components/ui/field";
import type { Conversation } from "@/lib/conversations/schema";
import type { Counts } from "@/lib/tasks/schema";
import { Chat } from "./chat";
import { forgetSending, readSending } from "./drafts";
import type { Page } from "./live-conversation";
import type { Model } from "./model-picker";

const empty: Page = { messages: [], calls: [], more: false };

/**
 * The page for a conversation that doesn't exist yet. The first message gives it its address without a remount, so this page
 * also stands for the conversations it has made: going back to one finds it here.
 */
export function NewChat({ models, counts }: { models: Model[]; counts: Counts }) {
  const wanted = /^\/chat\/([^/]+)/.exec(usePathname())?.[1];
  const { id: user } = usePerson();
  // A first message that was sent without an answer belongs to the conversation that it may have made.
  const [blank, setBlank] = useState(() => ({ id: readSending(user, "new")?.conversationId ?? uuid(), sent: false }));
  useArrived(user);
  if (wanted === blank.id && !blank.sent) setBlank({ ...blank, sent: true });
  if (!wanted && blank.sent) setBlank({ id: uuid(), sent: false });

  if (wanted && wanted !== blank.id) return <MadeBefore key={wanted} id={wanted} models={models} />;
  return (
    <Chat
      key={blank.id}
      id={blank.id}
      conversation={null}
      first={empty}
      models={models}
      counts={counts}
      onSent={() => {
        if (location.pathname === "/") window.history.replaceState(null, "", `/chat/${blank.id}`);
      }}
    />
  );
}

/** Goes to the conversation that the last first message did make, unknown to the page that sent it. */
function useArrived(user: string) {
  const router = useRouter();
  useEffect(() => {
    const id = readSending(user, "new")?.conversationId;
    if (!id) return;
    ask<ConversationPage>("/api/conversations").then(
      ({ conversations }) => {
        if (!conversations.some((conversation) => conversation.id === id)) return;
        forgetSending(user, "new");
        router.replace(`/chat/${id}`);
      },
      // Without an answer the text stays in the box, and sending it again is safe.
      () => {},
    );
  }, [user, router]);
}

function MadeBefore({ id, models }: { id: string; models: Model[] }) {
  const [made, setMade] = useState<{ conversation: Conversation; first: Page } | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    Promise.all([ask<Conversation>(`/api/conversations/${id}`), ask<Page>(`/api/conversations/${id}/messages`)]).then(
      ([conversation, first]) => setMade({ conversation, first }),
      (error) => setWrong(sentence(error)),
    );
  }, [id]);
  if (made) return <Chat id={id} {...made} models={models} />;
  return (
    <main aria-label="Chat" className="bg-sheet p-6">
      <Wrong>{wrong}</Wrong>
    </main>
  );
}
