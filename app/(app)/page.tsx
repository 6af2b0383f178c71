import { NewChat } from "@/components/chat/new-chat";
import { offeredModels } from "@/lib/assistant/models";
import { tasksOf } from "@/lib/tasks/store";
import { signedIn } from "./gate";

export default async function NewChatPage() {
  const { id, timeZone } = await signedIn("/");
  const counts = await tasksOf(id).counts({ now: new Date(), timeZone });
  return <NewChat models={offeredModels().map(({ id, name }) => ({ id, name }))} counts={counts} />;
}
