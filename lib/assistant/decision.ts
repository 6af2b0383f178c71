const yes =
  /^(y|yes|yep|yeah|yup|sure|ok|okay|approved?|confirm(ed)?|do it|go ahead|go for it|please do|approve it|👍)([\s,]+(please|do it|go ahead|sure))?$/i;

/** A typed answer to "shall I?": true for a plain yes. Anything else means no, and is answered as usual. */
export const decisionIn = (text: string): boolean => yes.test(text.trim().replace(/[\s.!]+$/, ""));
