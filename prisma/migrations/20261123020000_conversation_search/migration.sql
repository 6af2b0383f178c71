-- The words of a text, whatever their case and accents: "Café" is found by "cafe". Marks and punctuation are named one by one, not
-- by class, because what a letter is depends on the locale of the server, and an index may not. A test holds it to what search.ts does.
CREATE FUNCTION docket_words(said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN to_tsvector('simple'::regconfig, regexp_replace(
    regexp_replace(lower(normalize(said, NFKD)), '[\u0300-\u036f]+', '', 'g'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f\ufe00-\ufe0f\U0001f000-\U0001faff]+', ' ', 'g'));

CREATE INDEX "Conversation_words" ON "Conversation" USING GIN ("userId", docket_words(coalesce("title", '')));
CREATE INDEX "Message_words" ON "Message" USING GIN ("userId", docket_words("content"));

-- In their place. An instance from before finds the same without them, only more slowly.
DROP INDEX "Conversation_search";
DROP INDEX "Message_search";

-- What can still be brought back, the last deleted first.
CREATE INDEX "Conversation_bin" ON "Conversation" ("userId", "deletedAt" DESC, "id" DESC) WHERE "deletedAt" IS NOT NULL;
