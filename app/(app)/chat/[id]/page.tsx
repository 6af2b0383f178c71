import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { signedIn } from "@/app/(app)/gate";
import { Chat } from "@/components/chat/chat";
import { activityOf } from "@/lib/activity/store";
import { offeredModels } from "@/lib/assistant/models";
import { conversationsOf } from "@/lib/conversations/store";

export const metadata: Metadata = { title: "Chat" };

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export default async function ChatPage({ params }: PageProps<"/chat/[id]">) {
  const id = (await params).id.toLowerCase();
  const person = await signedIn(`/chat/${id}`);
  if (!isUuid(id)) notFound();
  const conversations = conversationsOf(person.id);
  const [conversation, { messages, more }] = await Promise.all([conversations.get(id), conversations.messages(id)]);
  if (!conversation) notFound();
  const calls = await activityOf(person.id).ofMessages(messages.map((message) => message.id));
  const models = offeredModels().map(({ id, name }) => ({ id, name }));
  return <Chat key={id} id={id} conversation={conversation} first={{ messages, calls, more }} models={models} />;
}
