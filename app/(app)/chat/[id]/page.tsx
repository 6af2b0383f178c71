import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { signedIn } from "@/app/(app)/gate";
import { OpenChat } from "@/components/chat/open-chat";
import { writtenOf } from "@/components/chat/written";
import { activityOf } from "@/lib/activity/store";
import { offeredModels } from "@/lib/assistant/models";
import { currentUser } from "@/lib/auth/require-user";
import type { UserId } from "@/lib/auth/schema";
import { conversationsOf } from "@/lib/conversations/store";

/** Once per request, for the page and for its title. */
const conversationHere = cache((user: UserId, id: string) => conversationsOf(user).get(id));

export async function generateMetadata({ params }: PageProps<"/chat/[id]">): Promise<Metadata> {
  const id = (await params).id.toLowerCase();
  const person = await currentUser();
  const conversation = person && isUuid(id) ? await conversationHere(person.id, id) : null;
  return { title: conversation?.title ?? "Chat" };
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export default async function ChatPage({ params }: PageProps<"/chat/[id]">) {
  const id = (await params).id.toLowerCase();
  const person = await signedIn(`/chat/${id}`);
  if (!isUuid(id)) notFound();
  const [conversation, { messages, more }] = await Promise.all([
    conversationHere(person.id, id),
    conversationsOf(person.id).messages(id),
  ]);
  if (!conversation) notFound();
  const calls = await activityOf(person.id).ofMessages(messages.map((message) => message.id));
  const models = offeredModels().map(({ id, name }) => ({ id, name }));
  return (
    <OpenChat
      key={id}
      id={id}
      conversation={conversation}
      first={{ messages, calls, more }}
      models={models}
      written={writtenOf(messages)}
    />
  );
}
