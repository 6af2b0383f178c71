"use client";

import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { v7 as uuid } from "uuid";
import { ask, sentence } from "@/components/ask";
import { Wrong } from "@/components/ui/field";
import { Chat } from "./chat";
import type { Model } from "./model-picker";
import type { Page } from "./use-conversation";

const empty: Page = { messages: [], calls: [], more: false };

/**
 * The page for a conversation that doesn't exist yet. The first message gives it its address without a remount, so this page
 * also stands for the conversations it has made: going back to one finds it here.
 */
export function NewChat({ models }: { models: Model[] }) {
  const wanted = /^\/chat\/([^/]+)/.exec(usePathname())?.[1];
  const [blank, setBlank] = useState(() => ({ id: uuid(), sent: false }));
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
      onSent={() => {
        if (location.pathname === "/") window.history.replaceState(null, "", `/chat/${blank.id}`);
      }}
    />
  );
}

function MadeBefore({ id, models }: { id: string; models: Model[] }) {
  const [page, setPage] = useState<Page | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    ask<Page>(`/api/conversations/${id}/messages`).then(setPage, (error) => setWrong(sentence(error)));
  }, [id]);
  if (page)
    return <Chat id={id} conversation={{ status: "ACTIVE", model: null, title: null }} first={page} models={models} />;
  return (
    <main aria-label="Chat" className="bg-sheet p-6">
      <Wrong>{wrong}</Wrong>
    </main>
  );
}
