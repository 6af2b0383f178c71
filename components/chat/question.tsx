import type { ChatMessage } from "@/lib/assistant/schema";

/** What the person wrote, as it was typed. */
export function Question({ message }: { message: ChatMessage }) {
  return (
    <div className="py-1">
      <p className="w-fit max-w-full whitespace-pre-wrap rounded-slip rounded-r-panel bg-accent-wash px-3 py-1.5 text-read">
        {message.parts.map((part) => (part.type === "text" ? part.text : "")).join("")}
      </p>
    </div>
  );
}
