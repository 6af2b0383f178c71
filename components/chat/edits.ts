import { createContext, type ReactNode } from "react";

/** The question that is being edited, if one is, and what can be done about it. */
export type Edits = {
  /** The question that can be edited: the newest one, when nothing runs and something may be written. */
  editable: string | null;
  open: string | null;
  start: (id: string) => void;
  cancel: () => void;
  save: (id: string, text: string) => void;
};

const nothing = () => {};
const none: Edits = { editable: null, open: null, start: nothing, cancel: nothing, save: nothing };

export const EditsHere = createContext<Edits>(none);

/** Shows what a question said before it was edited, and what that had led to. */
export const WordingsHere = createContext<(question: string) => ReactNode>(() => null);
