"use client";

import { Pencil } from "lucide-react";
import { use } from "react";
import { IconButton } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { ChatMessage } from "@/lib/assistant/schema";
import { EditsHere, WordingsHere } from "./edits";
import { QuestionEditor } from "./question-editor";
import { chatStrings } from "./strings";

const tool = "size-7! pointer-coarse:size-11! [&_svg]:size-3.5!";

/** What the person wrote, as it was typed. */
export function Question({ message }: { message: ChatMessage }) {
  const { editable, open, start } = use(EditsHere);
  const text = message.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  if (open === message.id) return <QuestionEditor id={message.id} text={text} />;
  return (
    <div className="group/question py-1">
      <div className="flex items-start gap-1 pointer-coarse:flex-wrap">
        <p className="w-fit min-w-0 max-w-full whitespace-pre-wrap wrap-anywhere rounded-slip rounded-r-panel bg-accent-wash px-3 py-1.5 text-read">
          {text}
        </p>
        <div className="flex shrink-0 opacity-0 transition-opacity focus-within:opacity-100 group-hover/question:opacity-100 pointer-coarse:-mt-1 pointer-coarse:-mb-2 pointer-coarse:-ml-3.5 pointer-coarse:opacity-100">
          <CopyButton text={text} label={chatStrings.copyQuestion} className={tool} />
          {editable === message.id ? (
            <IconButton label={chatStrings.edit} className={tool} onClick={() => start(message.id)}>
              <Pencil aria-hidden />
            </IconButton>
          ) : null}
        </div>
      </div>
      {use(WordingsHere)(message.id)}
    </div>
  );
}
