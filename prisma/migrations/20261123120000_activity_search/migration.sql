-- The record, narrowed by one thing and read newest first. The third takes the place of an index without the moment.
CREATE INDEX "ToolCallLog_userId_source_createdAt_idx" ON "ToolCallLog"("userId", "source", "createdAt" DESC);
CREATE INDEX "ToolCallLog_userId_toolName_createdAt_idx" ON "ToolCallLog"("userId", "toolName", "createdAt" DESC);
CREATE INDEX "ToolCallLog_userId_status_createdAt_idx" ON "ToolCallLog"("userId", "status", "createdAt" DESC);
DROP INDEX "ToolCallLog_userId_status_idx";

-- What a call is found by: the words of its tool, of what it was asked, of what went wrong, and of the titles of the tasks that it
-- changed, before and after; and each of those tasks as '#12', which no word can be. Of a call that changed nothing, the tasks that it
-- named. Cut, because PostgreSQL's list of words holds a megabyte. Its cost keeps the server from doing this row by row.
CREATE FUNCTION docket_call_words(tool text, parameters jsonb, changes jsonb, error text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 2000
  RETURN docket_words(left(
      tool || CASE tool WHEN 'create_task' THEN ' add new' WHEN 'update_task' THEN ' change' WHEN 'set_task_complete' THEN ' done' ELSE '' END
      || ' ' || coalesce((SELECT string_agg(DISTINCT title #>> '{}', ' ') FROM jsonb_path_query(changes, '$[*].*.title') AS title), '')
      || ' ' || coalesce((SELECT string_agg(said #>> '{}', ' ') FROM jsonb_path_query(parameters, 'strict $.** ? (@.type() == "string")') AS said), '')
      || ' ' || coalesce(error, ''), 100000))
    || array_to_tsvector(ARRAY(
      SELECT DISTINCT '#' || (number #>> '{}') FROM (
        SELECT jsonb_path_query(changes, '$[*].number')
        UNION ALL SELECT jsonb_path_query(parameters, '$.numbers[*]') WHERE changes = '[]'
        UNION ALL SELECT parameters -> 'number' WHERE changes = '[]'
      ) AS named(number) WHERE jsonb_typeof(number) = 'number'));

-- Only what is over: a call is written twice, and would cost twice.
CREATE INDEX "ToolCallLog_words" ON "ToolCallLog" USING GIN ("userId", docket_call_words("toolName", "parameters", "changes", "error"))
  WHERE "status" IN ('SUCCESS', 'ERROR', 'DENIED');
