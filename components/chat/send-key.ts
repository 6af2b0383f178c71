import type { KeyboardEvent } from "react";

/** Enter sends, Shift+Enter doesn't; while an input method composes, Enter chooses its word, which Safari says by the key code only. */
export const isSendKey = ({ key, shiftKey, nativeEvent, keyCode }: KeyboardEvent) =>
  key === "Enter" && !shiftKey && !nativeEvent.isComposing && keyCode !== 229;
