import { NewChat } from "@/components/chat/new-chat";
import { offeredModels } from "@/lib/assistant/models";
import { signedIn } from "./gate";

export default async function NewChatPage() {
  await signedIn("/");
  return <NewChat models={offeredModels().map(({ id, name }) => ({ id, name }))} />;
}
